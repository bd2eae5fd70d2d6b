import { describe, expect, test } from 'vitest';
import type { ObservationRow } from '../../store/rows.ts';
import { check, row } from './check-for-tests.ts';

describe('INCREMENT', () => {
  const stations = (percent: string) =>
    row('test.plans', '2020-08', '157', {
      comparisons: [
        { printed: 'tăng 85 cái', period: '2019' },
        { printed: percent, period: '2019' },
      ],
    });
  const increments = (subject: ObservationRow, others: readonly ObservationRow[] = []) =>
    check([subject], others).filter(({ kind }) => kind === 'INCREMENT');

  test('judges the looser of two statements by the sharper', () => {
    const subject = stations('tương đương 120%');
    const [finding, other] = increments(subject);
    expect(other).toBeUndefined();
    expect(finding).toMatchObject({ verdict: 'INCONSISTENT', slip: 'ROUNDED_TOO_FAR' });
    expect([finding?.stated?.toFixed(), finding?.computed?.toFixed()]).toEqual(['120', '118.0555556']);
    expect(finding?.explanation.en).toContain('157 − 85 = 72');
    expect(finding?.citation).toBe(subject.comparisons[1]?.citation);
    expect(increments(stations('tương đương 118%'))[0]?.verdict).toBe('CONSISTENT');
  });

  test('is no check where the base is printed: the comparisons are', () => {
    expect(increments(stations('tương đương 120%'), [row('test.plans', '2019', '72')])).toEqual([]);
  });
});

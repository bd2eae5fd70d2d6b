import { describe, expect, test } from 'vitest';
import type { ObservationRow } from '../../store/rows.ts';
import { july, row, told } from './check-for-tests.ts';

describe('SHARE', () => {
  const share = (indicator: string, printed: string) => row(indicator, july, printed);
  const plans = [row('test.plans', july, '12'), row('test.plans-counted', july, '20')];
  const more = [row('test.more-plans', july, '39'), row('test.more-plans-counted', july, '63')];
  const only = (kind: string, rows: readonly ObservationRow[]) =>
    told(rows).filter(([found]) => found === kind);

  test('divides numerators by denominators', () => {
    expect(only('SHARE', [share('test.plans.share', '60%'), ...plans])).toEqual([
      ['SHARE', 'CONSISTENT', null, '60'],
    ]);
  });

  test.each([
    ['61,4%', 'CONSISTENT', null],
    ['61,5%', 'INCONSISTENT', 'DOUBLE_ROUNDING'],
    ['61,9%', 'INCONSISTENT', 'WRONG_TOTAL'],
    ['60,95%', 'INCONSISTENT', 'WRONG_TOTAL'],
    ['61,40%', 'INCONSISTENT', 'ROUNDED_TOO_FAR'],
    ['57%', 'INCONSISTENT', null],
  ])('pools the counts of several: %s is %s, %s', (printed, verdict, slip) => {
    expect(only('SHARE', [share('test.pooled.share', printed), ...plans, ...more])).toEqual([
      ['SHARE', verdict, slip, '61.44578313'],
    ]);
  });

  test('takes the whole that a count is out of, where it is not printed by itself', () => {
    const rows = [share('test.plans.share', '73%'), row('test.plans', july, '46/63')];
    expect(only('SHARE', rows)).toEqual([['SHARE', 'CONSISTENT', null, '73.01587302']]);
  });

  test('has nothing to compute from without counts', () => {
    const rows = [share('test.plans.share', '73%'), row('test.plans', july, '46')];
    expect(only('SHARE', rows)).toEqual([['SHARE', 'BASE_MISSING', null, null]]);
  });

  test('above the whole cannot be, with counts or without', () => {
    expect(only('SHARE', [share('test.plans.share', '161%')])).toEqual([
      ['SHARE', 'BASE_MISSING', null, null],
      ['SHARE', 'INCONSISTENT', null, null],
    ]);
    expect(only('SHARE', [share('test.plans.share', '100%')])).toHaveLength(1);
    // A percentage of something else may pass 100.
    expect(told([row('test.fixed-to-mobile', july, '161%')]).map(([, verdict]) => verdict)).toEqual([
      'BASE_MISSING',
    ]);
  });

  test('of the whole is exact, and of nothing is nothing', () => {
    const counts = (part: string, whole: string) => [
      row('test.plans', july, part),
      row('test.plans-counted', july, whole),
    ];
    expect(only('SHARE', [share('test.plans.share', '100%'), ...counts('19', '19')])).toEqual([
      ['SHARE', 'CONSISTENT', null, '100'],
    ]);
    expect(only('SHARE', [share('test.plans.share', '0%'), ...counts('0', '0')])).toEqual([
      ['SHARE', 'BASE_MISSING', null, null],
    ]);
  });
});

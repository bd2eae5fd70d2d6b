import { describe, expect, test } from 'vitest';
import { row } from './checks/check-for-tests.ts';
import { catalogue } from './checks/check-for-tests.ts';
import { evidenceOf } from './figures/evidence.ts';
import { neighbouringChanges } from './neighbouring-changes.ts';
import type { ObservationRow } from '../store/rows.ts';

/** "2020-S1 9637 → 2020-08 9534: -103, -1.068797344%" */
function found(...rows: readonly ObservationRow[]): readonly string[] {
  return neighbouringChanges(rows, evidenceOf(catalogue, rows)).map(({ before, after, change, percent }) => {
    const [from, to] = [before, after].map(({ row: { period }, value }) => `${period} ${String(value)}`);
    return `${from ?? ''} → ${to ?? ''}: ${change.toFixed()}, ${String(percent?.toFixed() ?? null)}%`;
  });
}
const plans = (period: string, printed: string, more = {}) => row('test.plans', period, printed, more);

describe('neighbouring figures that no document compares', () => {
  test('are compared, whichever editions print them', () => {
    expect(
      found(
        plans('2020-S1', '9.637', { edition: '2020-S1', knownFrom: '2020-07-06' }),
        plans('2020-08', '9.534', { edition: '2020-Q3', knownFrom: '2020-09-07' }),
      ),
    ).toEqual(['2020-S1 9637 → 2020-08 9534: -103, -1.068797344%']);
  });

  test('are not those that a document compares, under whatever name of the base period', () => {
    const base = plans('2019', '72');
    const stated = (period: string) =>
      plans('2020-08', '157', { comparisons: [{ printed: 'tăng 85 đài', period }] });
    expect(found(base, stated('2019'))).toEqual([]);
    expect(found(base, stated('2019-12-31'))).toEqual([]);
    expect(found(base, stated('2018'))).toHaveLength(1);
  });

  test('follow each other: what lies between is compared with both', () => {
    const [first, second, third] = [plans('2018', '1'), plans('2019', '3'), plans('2020', '6')];
    expect(found(third, first, second)).toEqual(['2018 1 → 2019 3: 2, 200%', '2019 3 → 2020 6: 3, 100%']);
  });

  test('take the latest vintage, of one period and one series', () => {
    const early = plans('2019', '70', { edition: '2020-S1', knownFrom: '2020-07-06' });
    const late = plans('2019', '72', { edition: '2020-07', knownFrom: '2020-08-04' });
    expect(found(early, late, plans('2020', '75'))).toEqual(['2019 72 → 2020 75: 3, 4.166666667%']);
    expect(found(late, plans('2020', '75', { province: '79' }))).toEqual([]);
  });

  test('end at no figure that is printed only to compare with', () => {
    const [june, may, july] = [
      row('test.revenue', '2019-06', '8 tỷ', { role: 'BASE' }),
      row('test.revenue', '2020-05', '9 tỷ', { role: 'BASE' }),
      row('test.revenue', '2020-07', '12 tỷ'),
    ];
    expect(found(june, may, july)).toEqual([
      '2020-05 9000000000 → 2020-07 12000000000: 3000000000, 33.33333333%',
    ]);
  });

  test('are never a month and a quarter, nor figures without a value', () => {
    expect(found(row('test.revenue', '2020-Q1', '8 tỷ'), row('test.revenue', '2020-04', '9 tỷ'))).toEqual([]);
    expect(found(plans('2019', '72'), row('test.plans', '2020', undefined))).toEqual([]);
  });

  test('have no percentage from nought', () => {
    expect(found(plans('2019', '0'), plans('2020', '3'))).toEqual(['2019 0 → 2020 3: 3, null%']);
  });
});

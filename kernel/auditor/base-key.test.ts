import { describe, expect, test } from 'vitest';
import { baseKeys, chooseVintage, heldBase } from './base-key.ts';
import { evidenceOf } from './figures/evidence.ts';
import { catalogueOf, observationRow, type ObservationForTest } from './rows-for-tests.ts';
import type { ObservationRow } from '../store/rows.ts';

const catalogue = catalogueOf({
  'test.revenue': { kind: 'CURRENCY' },
  'test.revenue.year-to-date': { kind: 'CURRENCY', basis: 'YEAR_TO_DATE' },
  'test.bodies': { basis: 'AS_OF', additive: true },
  'test.bodies.ministries': { basis: 'AS_OF', parent: 'test.bodies' },
  'test.bodies.provinces': { basis: 'AS_OF', parent: 'test.bodies' },
});
function changed(entry: Partial<ObservationForTest>, period: string) {
  const of = observationRow({
    indicator: 'test.revenue',
    period: '2020-07',
    printed: '5 tỷ',
    ...entry,
    comparisons: [{ printed: 'tăng 10%', period }],
  });
  const [comparison] = of.comparisons;
  if (comparison === undefined) throw new Error('it has a comparison');
  return { comparison, of };
}
const base = (entry: Partial<ObservationForTest>) =>
  observationRow({ indicator: 'test.revenue', period: '2019-07', printed: '4 tỷ', ...entry });
const found = (change: ReturnType<typeof changed>, ...rows: ObservationRow[]) =>
  heldBase(change, evidenceOf(catalogue, [change.of, ...rows]))?.row._id ?? null;

describe('the base of a change', () => {
  test('is the figure of its period', () => {
    const right = base({});
    expect(found(changed({}, '2019-07'), base({ period: '2020-06' }), right)).toBe(right._id);
  });

  test('is never of another basis', () => {
    const change = changed({ period: '2020-S1' }, '2019-S1');
    const cumulative = base({
      indicator: 'test.revenue.year-to-date',
      basis: 'YEAR_TO_DATE',
      period: '2019-S1',
    });
    expect(found(change, cumulative)).toBeNull();
  });

  test('is never of a period of another length', () => {
    expect(found(changed({}, '2019-S1'), base({ period: '2019-S1' }))).toBeNull();
  });

  test('is never of a province for the nation, nor of another province', () => {
    const right = base({ province: '30' });
    expect(found(changed({}, '2019-07'), right)).toBeNull();
    expect(found(changed({ province: '01' }, '2019-07'), right, base({}))).toBeNull();
    expect(found(changed({ province: '30' }, '2019-07'), right, base({}))).toBe(right._id);
  });

  test('is an actual figure where the one that changes is forecast', () => {
    const right = base({});
    expect(found(changed({ forecast: true }, '2019-07'), right, base({ forecast: true }))).toBe(right._id);
  });

  test('is a stock of the same day, under whatever name', () => {
    const change = changed({ indicator: 'test.bodies', basis: 'AS_OF', printed: '76' }, '2019-12');
    const right = base({ indicator: 'test.bodies', basis: 'AS_OF', period: '2019', printed: '40' });
    expect(found(change, right)).toBe(right._id);
    expect(baseKeys(change, catalogue)).toContain('test.bodies:AS_OF@2019-12-31');
  });

  test('is not a row that tells no level, unless its parts are printed', () => {
    const change = changed({ indicator: 'test.bodies', basis: 'AS_OF', printed: '76' }, '2019');
    const parts = ['ministries', 'provinces'].map((part) =>
      observationRow({ indicator: `test.bodies.${part}`, basis: 'AS_OF', period: '2019', printed: '20' }),
    );
    const total = observationRow({ indicator: 'test.bodies', basis: 'AS_OF', period: '2019' });
    expect(found(change, total)).toBeNull();
    const derived = heldBase(change, evidenceOf(catalogue, [change.of, total, ...parts]));
    expect([derived?.row.status, derived?.value?.toFixed()]).toEqual(['DERIVED', '40']);
    for (const part of parts) expect(baseKeys(change, catalogue)).toContain(part.vintageKey);
  });

  test('is missing where no time is stated, and of a benchmark', () => {
    const { comparison, of } = changed({}, '2019-07');
    const row = base({});
    expect(found({ comparison: { ...comparison, basePeriod: null }, of }, row)).toBeNull();
    expect(found({ comparison: { ...comparison, base: 'BENCHMARK' }, of }, row)).toBeNull();
    expect(baseKeys({ comparison: { ...comparison, basePeriod: null }, of }, catalogue)).toEqual([]);
  });
});

describe('of several vintages', () => {
  const vintage = (edition: string, knownFrom: string, more: Partial<ObservationForTest> = {}) =>
    base({ edition, knownFrom, ...more });
  const of = { edition: '2020-Q3', knownFrom: '2020-09-09' };
  const older = vintage('2020-S1', '2020-07-06');
  const old = vintage('2020-07', '2020-08-04');
  const same = vintage('2020-Q3', '2020-09-09');
  const later = vintage('2022-08', '2022-08-29');

  test('the same edition comes first', () => {
    expect(chooseVintage(of, [older, old, same, later])).toBe(same);
  });
  test('then what was last known', () => {
    expect(chooseVintage(of, [older, old, later])).toBe(old);
  });
  test('then what came first after', () => {
    expect(chooseVintage(of, [later])).toBe(later);
  });
  test('never a superseded one', () => {
    const superseded = vintage('2020-Q3', '2020-09-09', { supersededFrom: '2020-10-01' });
    const corrected = vintage('2020-Q3', '2020-10-01', { revision: 1 });
    expect(chooseVintage(of, [superseded, corrected])).toBe(corrected);
    expect(chooseVintage(of, [superseded])).toBeNull();
  });
});

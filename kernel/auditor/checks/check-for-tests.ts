import type { ObservationRow } from '../../store/rows.ts';
import { findingsIn, neededKeys } from '../checks-of.ts';
import { evidenceOf } from '../figures/evidence.ts';
import { catalogueOf, observationRow, type ObservationForTest } from '../rows-for-tests.ts';

/** A catalogue with something for every kind of check. */
export const catalogue = catalogueOf({
  'test.lines': { basis: 'AS_OF', additive: true },
  'test.lines.mobile': { basis: 'AS_OF', parent: 'test.lines' },
  'test.lines.fixed': { basis: 'AS_OF', parent: 'test.lines' },
  'test.plans': { basis: 'AS_OF' },
  'test.plans-counted': { basis: 'AS_OF' },
  'test.more-plans': { basis: 'AS_OF' },
  'test.more-plans-counted': { basis: 'AS_OF' },
  'test.plans.share': {
    basis: 'AS_OF',
    kind: 'SHARE',
    numerators: ['test.plans'],
    denominators: ['test.plans-counted'],
  },
  'test.pooled.share': {
    basis: 'AS_OF',
    kind: 'SHARE',
    numerators: ['test.plans', 'test.more-plans'],
    denominators: ['test.plans-counted', 'test.more-plans-counted'],
  },
  'test.lines-per-plan': {
    basis: 'AS_OF',
    kind: 'RATIO',
    numerators: ['test.lines'],
    denominators: ['test.plans'],
  },
  'test.fixed-to-mobile': {
    basis: 'AS_OF',
    kind: 'PERCENT',
    numerators: ['test.lines.fixed'],
    denominators: ['test.lines.mobile'],
  },
  'test.revenue': { kind: 'CURRENCY' },
  'test.revenue.year-to-date': { kind: 'CURRENCY', basis: 'YEAR_TO_DATE' },
  'test.income': { kind: 'CURRENCY', unit: 'USD' },
  'test.income.year-to-date': { kind: 'CURRENCY', basis: 'YEAR_TO_DATE' },
  'test.incidents': {},
  'test.exports': { kind: 'CURRENCY' },
  'test.exports.phones': { kind: 'CURRENCY', parent: 'test.exports' },
});

/** A row of the July edition; its basis is its indicator's. */
export function row(
  indicator: string,
  period: string,
  printed: string | undefined,
  more: Partial<ObservationForTest> = {},
) {
  const { basis = 'FLOW' } = catalogue.get(indicator) ?? {};
  return observationRow({ indicator, period, basis, ...(printed === undefined ? {} : { printed }), ...more });
}
/** What the checks find of the rows, given what a caller would have fetched of all that there is. */
export function check(rows: readonly ObservationRow[], others: readonly ObservationRow[] = []) {
  const keys = neededKeys(rows, catalogue);
  const vintages = [...rows, ...others].filter(({ vintageKey }) => keys.includes(vintageKey));
  const evidence = evidenceOf(catalogue, [...rows, ...vintages]);
  return rows.flatMap((one) => findingsIn(one, evidence));
}
/** The same in short. */
export function told(rows: readonly ObservationRow[], others: readonly ObservationRow[] = []) {
  return check(rows, others).map(({ kind, verdict, slip, computed }) => [
    kind,
    verdict,
    slip,
    computed?.toFixed() ?? null,
  ]);
}

export const july = '2020-07';

/** A total and its parts. */
export function lines(total: string, mobile: string, fixed?: string): readonly ObservationRow[] {
  return [
    row('test.lines', july, total),
    row('test.lines.mobile', july, mobile),
    ...(fixed === undefined ? [] : [row('test.lines.fixed', july, fixed)]),
  ];
}

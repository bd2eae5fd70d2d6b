import type { ComparisonResolvers, ObservationResolvers } from '../../../generated/kernel.ts';
import { fromDecimal128 } from '../../decimal.ts';
import { figureOf } from '../../figure.ts';
import { figureInterval } from '../../interval/figure-interval.ts';
import { displayFigure } from '../../display-figure.ts';
import { agencies } from '../../registers/agencies.ts';
import { provinces } from '../../registers/provinces.ts';
import type { ObservationRow } from '../../store/rows.ts';
import { parseTimePeriod } from '../../time-period/parse.ts';
import { briefingOf, inLanguage } from '../shared-resolvers.ts';
import { indicatorOf } from './indicator-of.ts';

export const observationResolvers: ObservationResolvers = {
  id: ({ _id }) => _id,
  indicator: ({ indicator }, _, context) => indicatorOf(indicator, context),
  period: ({ period }) => parseTimePeriod(period),
  periodInferred: ({ inferred }) => inferred !== null,
  periodNote: ({ inferred }, args) => (inferred === null ? null : inLanguage(inferred, args)),
  province: ({ province }) => (province === null ? null : provinces.get(province)),
  agency: ({ agency }) => (agency === null ? null : agencies.get(agency)),
  scopeCode: ({ scope }) => scope?.code ?? null,
  scope: ({ scope }, args) => (scope === null ? null : inLanguage(scope.name, args)),
  value: ({ value }) => (value === null ? null : fromDecimal128(value)),
  outOf: ({ outOf }) => (outOf === null ? null : fromDecimal128(outOf)),
  unit: async ({ indicator }, _, context) => (await indicatorOf(indicator, context)).unit,
  display: async (row, { language }, context) =>
    displayFigure(figureOf(row), (await indicatorOf(row.indicator, context)).unit, language),
  asPrinted: ({ citation }) => citation?.printed ?? null,
  interval: async (row, _, context) =>
    figureInterval({ ...figureOf(row), kind: (await indicatorOf(row.indicator, context)).unit.kind }),
  comparisons: (of) => of.comparisons.map((comparison) => ({ comparison, of })),
  vintages: ({ vintageKey }, _, { loaders }) => loaders.vintages.load(vintageKey),
  revision: ({ revised }) => revised,
  // Figures of these two kinds are computed by the auditor, and none is held.
  impliedBy: () => null,
  operands: () => [],
  briefing: ({ edition }) => briefingOf(edition),
  citation: ({ citation }) => citation,
};

export const comparisonResolvers: ComparisonResolvers = {
  id: ({ comparison }) => comparison.id,
  base: ({ comparison }) => comparison.base,
  basePeriod: ({ comparison }) =>
    comparison.basePeriod === null ? null : parseTimePeriod(comparison.basePeriod),
  benchmark: ({ comparison }, args) =>
    comparison.benchmark === null ? null : inLanguage(comparison.benchmark, args),
  direction: ({ comparison }) => comparison.direction,
  unit: async ({ comparison, of }, _, context) => {
    if (comparison.printedUnit !== 'PERCENT') return comparison.printedUnit;
    // "Giảm 0,2%" of a percentage may mean points: the print alone cannot tell.
    const { kind } = (await indicatorOf(of.indicator, context)).unit;
    return kind === 'SHARE' || kind === 'PERCENT' ? null : 'PERCENT';
  },
  printedUnit: ({ comparison }) => comparison.printedUnit,
  qualifier: ({ comparison }) => comparison.qualifier,
  stated: ({ comparison }) => (comparison.stated === null ? null : fromDecimal128(comparison.stated)),
  asPrinted: ({ comparison }) => comparison.citation.printed,
  baseObservation: async ({ comparison, of }, _, { loaders }) => {
    if (comparison.basePeriod === null || comparison.base === 'BENCHMARK') return null;
    return baseOf(of, await loaders.vintages.load(baseKey(of, comparison.basePeriod)));
  },
  citation: ({ comparison }) => comparison.citation,
};

/** A change is measured from an actual figure of the same indicator, basis, region, agency and scope. */
function baseKey({ seriesKey }: ObservationRow, period: string): string {
  return `${seriesKey.replace(/:forecast$/u, '')}@${period}`;
}

/** Of the same edition where it is printed there, else what was last known before it, else what came first after. */
function baseOf(of: ObservationRow, vintages: readonly ObservationRow[]): ObservationRow | null {
  const current = vintages.filter(({ supersededFrom }) => supersededFrom === null);
  return (
    current.find(({ edition }) => edition === of.edition) ??
    current.findLast(({ knownFrom }) => knownFrom <= of.knownFrom) ??
    current[0] ??
    null
  );
}

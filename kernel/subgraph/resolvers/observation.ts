import type {
  CheckResolvers,
  ComparisonResolvers,
  ObservationResolvers,
  ReadingResolvers,
} from '../../../generated/kernel.ts';
import { fromDecimal128 } from '../../decimal.ts';
import { figureOf } from '../../figure.ts';
import { figureInterval } from '../../interval/figure-interval.ts';
import { displayFigure } from '../../display-figure.ts';
import { agencies } from '../../registers/agencies.ts';
import { provinces } from '../../registers/provinces.ts';
import { compareVintages } from '../../series.ts';
import { parseTimePeriod } from '../../time-period/parse.ts';
import { briefingOf, inLanguage } from '../shared-resolvers.ts';
import { auditedOf, presented, sourceOf } from './audit.ts';
import { indicatorOf } from './indicator-of.ts';
import { isDraft } from './is-draft.ts';

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
    row.computed?.interval ??
    figureInterval({ ...figureOf(row), kind: (await indicatorOf(row.indicator, context)).unit.kind }),
  comparisons: (of) => of.comparisons.map((comparison) => ({ comparison, of })),
  vintages: async (row, _, context) => {
    const held = await presented(await context.loaders.vintages.load(row.vintageKey), context);
    return row.status === 'IMPLIED' ? [...held, row].sort(compareVintages) : held;
  },
  revision: ({ revised }) => revised,
  draft: isDraft,
  impliedBy: ({ computed }) => computed?.impliedBy ?? null,
  operands: ({ computed }) => [...(computed?.operands ?? [])],
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
  unit: async (source, _, context) => (await auditedOf(source, context)).unit,
  printedUnit: ({ comparison }) => comparison.printedUnit,
  qualifier: ({ comparison }) => comparison.qualifier,
  stated: ({ comparison }) => (comparison.stated === null ? null : fromDecimal128(comparison.stated)),
  asPrinted: ({ comparison }) => comparison.citation?.printed ?? null,
  baseObservation: async (source, _, context) => {
    const { baseObservation } = await auditedOf(source, context);
    return baseObservation === null ? null : sourceOf(baseObservation);
  },
  computed: async (source, _, context) => (await auditedOf(source, context)).computed,
  interval: async (source, _, context) => (await auditedOf(source, context)).interval,
  readings: async (source, _, context) => [...(await auditedOf(source, context)).readings],
  verdict: async (source, _, context) => (await auditedOf(source, context)).verdict,
  slip: async (source, _, context) => (await auditedOf(source, context)).slip,
  explanation: async (source, args, context) =>
    inLanguage((await auditedOf(source, context)).explanation, args),
  citation: ({ comparison }) => comparison.citation,
};

export const readingResolvers: ReadingResolvers = {};

export const checkResolvers: CheckResolvers = {
  operands: ({ operands }) => [...operands],
  explanation: ({ explanation }, args) => inLanguage(explanation, args),
};

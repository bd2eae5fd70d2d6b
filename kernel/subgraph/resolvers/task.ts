import type {
  DeadlineResolvers,
  HighlightResolvers,
  ProgressNoteResolvers,
  TargetResolvers,
  TaskResolvers,
} from '../../../generated/kernel.ts';
import { fromDecimal128 } from '../../decimal.ts';
import { figureOf } from '../../figure.ts';
import { figureInterval } from '../../interval/figure-interval.ts';
import { seriesKey } from '../../load/observation-keys.ts';
import { todayInHanoi } from '../../local-date.ts';
import { agencies } from '../../registers/agencies.ts';
import { provinces } from '../../registers/provinces.ts';
import type { ObservationRow, TargetRow } from '../../store/rows.ts';
import { taskOutcome } from '../../task-outcome.ts';
import type { RequestContext } from '../context.ts';
import { isDraft } from './is-draft.ts';
import { briefingOf, inLanguage } from '../shared-resolvers.ts';
import { indicatorOf, indicatorsOf } from './indicator-of.ts';

const agenciesOf = (codes: readonly string[]) => codes.map((code) => agencies.get(code));
const provincesOf = (codes: readonly string[]) => codes.map((code) => provinces.get(code));

export const taskResolvers: TaskResolvers = {
  draft: isDraft,
  id: ({ _id }) => _id,
  title: ({ title }, args) => inLanguage(title, args),
  leadUnits: ({ leadUnits }) => agenciesOf(leadUnits),
  coordinatingUnits: ({ coordinatingUnits }) => agenciesOf(coordinatingUnits),
  provinces: (task) => provincesOf(task.provinces),
  assignedBy: ({ assignedBy }, args) => (assignedBy === null ? null : inLanguage(assignedBy, args)),
  outcome: (task, { asOf }) => taskOutcome(task, asOf ?? task.asOf ?? todayInHanoi()),
  indicators: ({ indicators }, _, context) => indicatorsOf(indicators, context),
  briefing: ({ edition }) => briefingOf(edition),
};

export const progressNoteResolvers: ProgressNoteResolvers = {
  text: ({ text }, args) => inLanguage(text, args),
};

export const deadlineResolvers: DeadlineResolvers = {};

export const highlightResolvers: HighlightResolvers = {
  draft: isDraft,
  id: ({ _id }) => _id,
  text: ({ text }, args) => inLanguage(text, args),
  provinces: (highlight) => provincesOf(highlight.provinces),
  agencies: (highlight) => agenciesOf(highlight.agencies),
  indicators: ({ indicators }, _, context) => indicatorsOf(indicators, context),
};

export const targetResolvers: TargetResolvers = {
  draft: isDraft,
  id: ({ _id }) => _id,
  indicator: ({ indicator }, _, context) => indicatorOf(indicator, context),
  text: ({ text }, args) => inLanguage(text, args),
  value: ({ value }) => (value === null ? null : fromDecimal128(value)),
  unit: async ({ indicator }, _, context) => (await indicatorOf(indicator, context)).unit,
  interval: async (row, _, context) =>
    figureInterval({ ...figureOf(row), kind: (await indicatorOf(row.indicator, context)).unit.kind }),
  province: ({ province }) => (province === null ? null : provinces.get(province)),
  scope: ({ scope }, args) => (scope === null ? null : inLanguage(scope.name, args)),
  leadUnits: ({ leadUnits }) => agenciesOf(leadUnits),
  latest: latestOf,
  progress: async (target, _, context) => {
    const latest = await latestOf(target, {}, context);
    if (target.value === null || latest?.value == null) return null;
    const aim = fromDecimal128(target.value);
    return aim.isZero() ? null : fromDecimal128(latest.value).div(aim).times(100).toSignificantDigits(10);
  },
  briefing: ({ edition }) => briefingOf(edition),
};

/** The latest figure of the target's indicator, for its province and group. */
async function latestOf(
  target: TargetRow,
  _: object,
  context: RequestContext,
): Promise<ObservationRow | null> {
  const { _id: indicator, basis } = await indicatorOf(target.indicator, context);
  const { province, scope } = target;
  return context.loaders.latest.load({
    seriesKey: seriesKey({
      indicator,
      basis,
      province,
      agency: null,
      scope: scope?.code ?? null,
      forecast: false,
    }),
    asOf: null,
  });
}

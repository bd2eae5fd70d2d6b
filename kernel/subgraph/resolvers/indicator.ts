import type {
  IndicatorResolvers,
  SeriesPointResolvers,
  SeriesResolvers,
  UnitResolvers,
} from '../../../generated/kernel.ts';
import { CodedError } from '../../errors.ts';
import { seriesKey } from '../../load/observation-keys.ts';
import { quoted } from '../../quoted.ts';
import { agencies } from '../../registers/agencies.ts';
import { provinces } from '../../registers/provinces.ts';
import { seriesOf } from '../../series.ts';
import type { IndicatorRow } from '../../store/rows.ts';
import { parseTimePeriod } from '../../time-period/parse.ts';
import { inLanguage } from '../shared-resolvers.ts';
import { presented, withImplied } from './audit.ts';
import { indicatorOf, indicatorsOf } from './indicator-of.ts';

/** The series of plain figures: of the whole country or a province, of no single agency or group, no forecasts. */
function plainSeries({ _id, basis }: IndicatorRow, province: string | null): string {
  return seriesKey({ indicator: _id, basis, province, agency: null, scope: null, forecast: false });
}

export const indicatorResolvers: IndicatorResolvers = {
  code: ({ _id }) => _id,
  name: ({ name }, args) => inLanguage(name, args),
  description: ({ description }, args) => inLanguage(description, args),
  leadUnit: ({ leadUnit }) => (leadUnit === null ? null : agencies.get(leadUnit)),
  parent: ({ parent }, _, context) => (parent === null ? null : indicatorOf(parent, context)),
  components: async ({ _id }, _, { loaders }) =>
    [...(await loaders.catalogue()).values()].filter(({ parent }) => parent === _id),
  numerators: ({ numerators }, _, context) => indicatorsOf(numerators, context),
  denominators: ({ denominators }, _, context) => indicatorsOf(denominators, context),
  series: async (indicator, { frequency, from, to, province, asOf, implied }, context) => {
    const first = from == null ? null : parseTimePeriod(from);
    const last = to == null ? null : parseTimePeriod(to);
    // A figure implies one of another time: for those the whole series is looked up.
    const rows = await context.loaders.series.load({
      seriesKey: plainSeries(indicator, province == null ? null : provinceCode(province)),
      asOf: asOf ?? null,
      from: implied ? null : (first?.end ?? null),
      to: implied ? null : (last?.end ?? null),
    });
    const known = implied ? await withImplied(rows, context) : await presented(rows, context);
    return seriesOf(indicator, known, { frequency: frequency ?? null, from: first, to: last });
  },
  latest: async (indicator, { asOf }, context) => {
    const request = { seriesKey: plainSeries(indicator, null), asOf: asOf ?? null };
    const latest = await context.loaders.latest.load(request);
    return latest === null ? null : ((await presented([latest], context))[0] ?? null);
  },
  targets: ({ _id }, _, { loaders }) => loaders.targetsOfIndicator.load(_id),
};

/** The code of a province by any of its names; refuses (UNKNOWN_CODE) what is none. */
export function provinceCode(text: string): string {
  const province = provinces.find(text);
  if (province === undefined)
    throw new CodedError(
      'UNKNOWN_CODE',
      `There is no province ${quoted(text)}; see provinces { code name }.`,
    );
  return province.code;
}

export const seriesResolvers: SeriesResolvers = {
  unit: async ({ indicator }, _, context) => (await indicatorOf(indicator, context)).unit,
  points: ({ points }) => [...points],
};
export const seriesPointResolvers: SeriesPointResolvers = {};
export const unitResolvers: UnitResolvers = {
  name: ({ name }, args) => inLanguage(name, args),
};

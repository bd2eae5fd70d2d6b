import type {
  IndicatorResolvers,
  SeriesPointResolvers,
  SeriesResolvers,
  UnitResolvers,
} from '../../../generated/kernel.ts';
import { CodedError } from '../../errors.ts';
import { seriesKey } from '../../load/observation-keys.ts';
import { agencies } from '../../registers/agencies.ts';
import { provinces } from '../../registers/provinces.ts';
import { seriesOf } from '../../series.ts';
import type { IndicatorRow } from '../../store/rows.ts';
import { parseTimePeriod } from '../../time-period/parse.ts';
import { inLanguage } from '../shared-resolvers.ts';
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
  series: async (indicator, { frequency, from, to, province, asOf }, { loaders }) => {
    const rows = await loaders.series.load({
      seriesKey: plainSeries(indicator, province == null ? null : provinceCode(province)),
      asOf: asOf ?? null,
    });
    return seriesOf(indicator, rows, {
      frequency: frequency ?? null,
      from: from == null ? null : parseTimePeriod(from),
      to: to == null ? null : parseTimePeriod(to),
    });
  },
  latest: (indicator, { asOf }, { loaders }) =>
    loaders.latest.load({ seriesKey: plainSeries(indicator, null), asOf: asOf ?? null }),
  targets: ({ _id }, _, { loaders }) => loaders.targetsOfIndicator.load(_id),
};

/** The code of a province by any of its names; refuses (UNKNOWN_CODE) what is none. */
export function provinceCode(text: string): string {
  const province = provinces.find(text);
  if (province === undefined)
    throw new CodedError(
      'UNKNOWN_CODE',
      `There is no province ${JSON.stringify(text)}; see provinces { code name }.`,
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

import type { IndicatorRecord } from '../../data-files/formats.ts';
import type { Catalogue } from '../../data-files/read-sector-data.ts';
import { displayFigure } from '../../display-figure.ts';
import { figureOf } from '../../figure.ts';
import { seriesKey } from '../../load/observation-keys.ts';
import { agencies } from '../../registers/agencies.ts';
import { provinces } from '../../registers/provinces.ts';
import { parseTimePeriod } from '../../time-period/parse.ts';
import { yearToDatePeriod } from '../../time-period/year-to-date.ts';
import type { ShownColumn } from '../columns.ts';
import { basisLabels } from '../labels.ts';
import type { LastFigures } from './last-figures.ts';

/** A row of a form, in the words that its cells show; the rest of its cells is for the team to fill in. */
export type TemplateRow = Readonly<
  Record<ShownColumn | 'indicator' | 'period', string> &
    Record<'province' | 'agency' | 'scope', string | null>
>;

interface Place {
  readonly province: string | null;
  readonly agency: string | null;
  readonly scope: string | null;
}
const country: Place = { province: null, agency: null, scope: null };

/**
 * The rows of a form: every indicator for the whole country, then for each agency and group that it has been reported of;
 * with provinces, for each of the 63 as well. The period is the edition's, or the year up to its end.
 */
export function templateRows(
  catalogue: Catalogue,
  edition: string,
  last: LastFigures,
  withProvinces: boolean,
): readonly TemplateRow[] {
  const places = placesBySeries(last);
  return [...catalogue.indicators.values()].flatMap((indicator) => {
    const own = places.get(indicator.code) ?? [];
    const all = withProvinces
      ? [country, ...own, ...provinces.all.map(({ code }) => ({ ...country, province: code }))]
      : [country, ...own];
    return all.map((place) => templateRow(indicator, place, catalogue, edition, last));
  });
}

/** The agencies and groups of which each indicator has been reported. */
function placesBySeries(last: LastFigures): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Map<string, Place>>();
  for (const { indicator, province, agency, scope } of last.values()) {
    if (province !== null || (agency === null && scope === null)) continue;
    const own = places.get(indicator) ?? new Map<string, Place>();
    own.set(`${agency ?? ''} ${scope?.code ?? ''}`, { province, agency, scope: scope?.code ?? null });
    places.set(indicator, own);
  }
  return new Map([...places].map(([indicator, own]) => [indicator, [...own.values()]]));
}

function templateRow(
  indicator: IndicatorRecord,
  place: Place,
  { units, scopes }: Catalogue,
  edition: string,
  last: LastFigures,
): TemplateRow {
  const { code, basis } = indicator;
  const unit = units.get(indicator.unit);
  const before = last.get(seriesKey({ indicator: code, basis, ...place, forecast: false }));
  const period = parseTimePeriod(edition);
  return {
    indicator: code,
    name: indicator.name.vi,
    unit: unit?.name.vi ?? '',
    basis: basisLabels[basis].vi,
    lastValue:
      before === undefined || unit === undefined
        ? ''
        : displayFigure(figureOf(before), { ...unit, per: unit.per ?? null }, 'VI'),
    lastPeriod: before?.period ?? '',
    period: (basis === 'YEAR_TO_DATE' ? yearToDatePeriod(period) : period).id,
    province: place.province === null ? null : provinces.get(place.province).name.vi,
    agency: place.agency === null ? null : agencies.get(place.agency).name.vi,
    scope: place.scope === null ? null : (scopes.get(place.scope)?.name.vi ?? place.scope),
  };
}

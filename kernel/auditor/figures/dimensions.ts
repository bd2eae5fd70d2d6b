import { seriesKey, vintageKey, type SeriesDimensions } from '../../load/observation-keys.ts';
import type { IndicatorRow, ObservationRow } from '../../store/rows.ts';
import { sameMoment } from './same-moment.ts';

/** The dimensions of a row's series. */
export function dimensionsOf(row: ObservationRow): SeriesDimensions {
  const { indicator, basis, province, agency, forecast } = row;
  return { indicator, basis, province, agency, scope: row.scope?.code ?? null, forecast };
}

/** Those of another indicator for the same region, agency and group: where a part, a numerator or a total is looked for. */
export function sameGroup(row: ObservationRow, { _id, basis }: IndicatorRow): SeriesDimensions {
  return { ...dimensionsOf(row), indicator: _id, basis };
}

/** The keys under which a figure of that time is held, the one of the period as written first. */
export function vintageKeys(dimensions: SeriesDimensions, period: string): readonly string[] {
  const series = seriesKey(dimensions);
  return sameMoment(period, dimensions.basis).map((same) => vintageKey(series, same));
}

import type { PeriodBasis } from '../vocabulary.ts';

/** What an observation is a figure of, but for its period: the dimensions of its series. */
export interface SeriesDimensions {
  readonly indicator: string;
  readonly basis: PeriodBasis;
  readonly province: string | null;
  readonly agency: string | null;
  /** The group's code. */
  readonly scope: string | null;
  readonly forecast: boolean;
}

/**
 * The series' key: its dimensions in a fixed order, readable, for ids and indexes. `telecom.revenue.mobile:FLOW`;
 * what is not the plain figure of the whole country is named: `…:AS_OF:province=30:scope=RURAL:forecast`.
 */
export function seriesKey({ indicator, basis, province, agency, scope, forecast }: SeriesDimensions): string {
  return [
    indicator,
    basis,
    ...(province === null ? [] : [`province=${province}`]),
    ...(agency === null ? [] : [`agency=${agency}`]),
    ...(scope === null ? [] : [`scope=${scope}`]),
    ...(forecast ? ['forecast'] : []),
  ].join(':');
}

/** The same figure in all editions and revisions: its series and its period. */
export function vintageKey(series: string, period: string): string {
  return `${series}@${period}`;
}

import { CodedError } from './errors.ts';
import type { ObservationRow } from './store/rows.ts';
import { frequencyOf } from './time-period/frequency.ts';
import { comparePeriods } from './time-period/order.ts';
import { parseTimePeriod } from './time-period/parse.ts';
import { nextPeriod } from './time-period/sequence.ts';
import type { TimePeriod } from './time-period/time-period.ts';
import { isYearToDate, yearToDatePeriod } from './time-period/year-to-date.ts';
import { frequencies, type Frequency, type PeriodBasis } from './vocabulary.ts';

export type MissingReason = 'NOT_REPORTED' | 'LEVEL_NOT_STATED';

export interface PointOfSeries {
  readonly period: TimePeriod;
  readonly observation: ObservationRow | null;
  readonly missing: MissingReason | null;
}
export interface SeriesOfIndicator {
  readonly indicator: string;
  readonly basis: PeriodBasis;
  readonly frequency: Frequency | null;
  readonly points: readonly PointOfSeries[];
}
interface SeriesRequest {
  readonly frequency: Frequency | null;
  readonly from: TimePeriod | null;
  readonly to: TimePeriod | null;
}

const MOST_POINTS = 1000;
/** A look-up of a series reads one row more, so that a series cut short is refused and never shown as whole. */
export const MOST_VINTAGES = 5000;

/**
 * A series of one frequency out of all that is known of an indicator (one basis, one region): of each period the latest
 * vintage, in order, and every period between the first and the last, so that a gap is seen. Figures since January make
 * a monthly series of year-to-date periods. Stocks dated at irregular days have no frequency and no gaps.
 * Refuses (INVALID_ARGUMENT) a series of more than 1000 points, gaps included, or of more than 5000 vintages.
 * @param rows one series' observations; of the same period, the later known wins.
 */
export function seriesOf(
  { _id: indicator, basis }: { readonly _id: string; readonly basis: PeriodBasis },
  rows: readonly ObservationRow[],
  { frequency, from, to }: SeriesRequest,
): SeriesOfIndicator {
  if (rows.length > MOST_VINTAGES) throw tooLong();
  const latest = latestVintages(rows).filter(
    ({ period }) => (from === null || period.end >= from.end) && (to === null || period.end <= to.end),
  );
  const chosen = frequency ?? usualFrequency(latest, basis);
  const regular = latest.filter(({ period }) => chosen === null || frequencyIn(period, basis) === chosen);
  if (regular.length > MOST_POINTS) throw tooLong();
  return {
    indicator,
    basis,
    frequency: chosen,
    points: chosen === null ? regular : withGaps(regular, basis),
  };
}

/** How often a period comes back in a series of this basis: of figures since January, every month ends one. */
function frequencyIn(period: TimePeriod, basis: PeriodBasis): Frequency | null {
  if (basis !== 'YEAR_TO_DATE') return frequencyOf(period);
  return isYearToDate(period) && nextMonthStarts(period) ? 'MONTHLY' : null;
}

function nextMonthStarts({ end }: TimePeriod): boolean {
  return parseTimePeriod(end.slice(0, 7)).end === end;
}

function latestVintages(rows: readonly ObservationRow[]): PointOfSeries[] {
  const byPeriod = new Map<string, ObservationRow>();
  for (const row of [...rows].sort(compareVintages)) byPeriod.set(row.period, row);
  return [...byPeriod.values()].map(pointOf).sort((a, b) => comparePeriods(a.period, b.period));
}

/** The order in which a figure became known; a later revision of the same day wins. */
export function compareVintages(a: ObservationRow, b: ObservationRow): number {
  return a.knownFrom.localeCompare(b.knownFrom) || a.revision - b.revision || a._id.localeCompare(b._id);
}

function pointOf(observation: ObservationRow): PointOfSeries {
  const stated = observation.value ?? observation.lower ?? observation.upper;
  return {
    period: parseTimePeriod(observation.period),
    observation,
    missing: stated === null ? 'LEVEL_NOT_STATED' : null,
  };
}

/** Stocks at days follow no calendar unless all of them do; of flows, the frequency with the most points, the finer of two. */
function usualFrequency(points: readonly PointOfSeries[], basis: PeriodBasis): Frequency | null {
  const counts = new Map<Frequency | null, number>();
  for (const { period } of points) {
    const frequency = frequencyIn(period, basis);
    counts.set(frequency, (counts.get(frequency) ?? 0) + 1);
  }
  if (basis === 'AS_OF') {
    const [only] = counts.keys();
    return counts.size === 1 && only !== undefined && only !== 'DAILY' ? only : null;
  }
  const found = frequencies.filter((frequency) => counts.has(frequency));
  return found.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0] ?? null;
}

function withGaps(points: readonly PointOfSeries[], basis: PeriodBasis): PointOfSeries[] {
  const filled: PointOfSeries[] = [];
  for (const point of points) {
    const before = filled.at(-1);
    if (before !== undefined)
      for (
        let gap = following(before.period, basis);
        gap.end < point.period.end;
        gap = following(gap, basis)
      ) {
        filled.push({ period: gap, observation: null, missing: 'NOT_REPORTED' });
        // At least the point behind the gap is still to come.
        if (filled.length >= MOST_POINTS) throw tooLong();
      }
    if (filled.length >= MOST_POINTS) throw tooLong();
    filled.push(point);
  }
  return filled;
}

function tooLong(): CodedError {
  return new CodedError(
    'INVALID_ARGUMENT',
    `A series may have ${MOST_POINTS} points at most, gaps included: narrow it with from and to, or take a coarser frequency.`,
  );
}

/** The next period of the series: of figures since January, the one that a month later ends. */
function following(period: TimePeriod, basis: PeriodBasis): TimePeriod {
  if (basis !== 'YEAR_TO_DATE') return nextPeriod(period);
  return yearToDatePeriod(nextPeriod(parseTimePeriod(period.end.slice(0, 7))));
}

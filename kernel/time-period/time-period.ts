import { addDays, addMonths, dateParts, dayOfWeek, daysBetween, type LocalDate } from '../local-date.ts';
import { invalidTimePeriod } from './invalid.ts';
import { isoWeekOf } from './iso-week.ts';

export const periodKinds = ['YEAR', 'HALF_YEAR', 'QUARTER', 'MONTH', 'WEEK', 'DAY', 'RANGE'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/**
 * A time period of SDMX 3.0 ("Observational time period"). Its days say all: two periods of the same days are
 * the same period, with the same id, so that ids may be compared, indexed and joined on.
 */
export interface TimePeriod {
  /** 2020 · 2020-S1 · 2020-Q3 · 2020-07 · 2020-W11 · 2020-07-31 · 2020-01-01/P7M. */
  readonly id: string;
  readonly kind: PeriodKind;
  readonly start: LocalDate;
  /** The last day, included. */
  readonly end: LocalDate;
}

export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;

/**
 * The period that is made of the days from `start` to `end`: the calendar's where these are one (the days of
 * 2020-01-01/P6M are 2020-S1), else a range, in years or months where it is of whole ones, else in days.
 * Refuses (INVALID_TIME_PERIOD) an end before the start and years before 1900 or after 2199; a week may end a
 * few days later.
 */
export function periodOfDays(start: LocalDate, end: LocalDate): TimePeriod {
  const days = daysBetween(start, end) + 1;
  if (days < 1) throw invalidTimePeriod(`${start}/${end}`, 'it must not end before it begins');
  const months = wholeMonths(start, end);
  const named = (months !== null && calendarPeriod(start, months)) || dayOrWeek(start, days);
  const { kind, id, year } = named || { kind: 'RANGE', id: `${start}/${duration(months, days)}`, year: null };
  if ((year ?? dateParts(start).year) < FIRST_YEAR || (year ?? dateParts(end).year) > LAST_YEAR)
    throw invalidTimePeriod(id, `its years must be ${FIRST_YEAR} to ${LAST_YEAR}`);
  return { id, kind, start, end };
}

/**
 * How many whole months the days make up, null where they do not. From the 29th on, none: "a month from 31
 * January" is shorter than one from the 28th, and a sequence of such ranges would leave gaps.
 */
export function wholeMonths(start: LocalDate, end: LocalDate): number | null {
  const from = dateParts(start);
  const behind = dateParts(addDays(end, 1));
  if (from.day !== behind.day || from.day > 28) return null;
  return (behind.year - from.year) * 12 + behind.month - from.month;
}

interface Named {
  readonly kind: PeriodKind;
  readonly id: string;
  readonly year: number;
}

function calendarPeriod(start: LocalDate, months: number): Named | null {
  const { year, month, day } = dateParts(start);
  if (day !== 1 || (month - 1) % months !== 0) return null;
  const number = (month - 1) / months + 1;
  if (months === 12) return { kind: 'YEAR', id: start.slice(0, 4), year };
  if (months === 6) return { kind: 'HALF_YEAR', id: `${start.slice(0, 4)}-S${number}`, year };
  if (months === 3) return { kind: 'QUARTER', id: `${start.slice(0, 4)}-Q${number}`, year };
  if (months === 1) return { kind: 'MONTH', id: start.slice(0, 7), year };
  return null;
}

function dayOrWeek(start: LocalDate, days: number): Named | null {
  if (days === 1) return { kind: 'DAY', id: start, year: dateParts(start).year };
  if (days !== 7 || dayOfWeek(start) !== 1) return null;
  const { year, week } = isoWeekOf(start);
  return { kind: 'WEEK', id: `${year}-W${String(week).padStart(2, '0')}`, year };
}

/** Never in weeks: xs:duration, by which SDMX writes a range, has none. */
function duration(months: number | null, days: number): string {
  if (months === null) return `P${days}D`;
  return months % 12 === 0 ? `P${months / 12}Y` : `P${months}M`;
}

/** The period of `months` whole months from `start`. */
export function periodOfMonths(start: LocalDate, months: number): TimePeriod {
  return periodOfDays(start, addDays(addMonths(start, months), -1));
}

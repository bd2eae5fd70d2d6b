import { addDays, dateParts, dayOfWeek, daysBetween, makeLocalDate, type LocalDate } from '../local-date.ts';

/**
 * Weeks of ISO 8601, which SDMX reports by: they begin on Monday, and week 1 is the one that holds 4 January,
 * so that a week can begin in the year before its own (2020-W01 begins on 2019-12-30).
 */
export interface IsoWeek {
  readonly year: number;
  readonly week: number;
}

/** The Monday of week `week`, which may run past the year's last. */
export function firstDayOfWeek(year: number, week: number): LocalDate {
  const fourth = makeLocalDate(year, 1, 4);
  return addDays(fourth, 1 - dayOfWeek(fourth) + (week - 1) * 7);
}

/** 52 or 53. */
export function weeksInYear(year: number): number {
  return daysBetween(firstDayOfWeek(year, 1), firstDayOfWeek(year + 1, 1)) / 7;
}

export function isoWeekOf(date: LocalDate): IsoWeek {
  // A week belongs to the year of its Thursday.
  const { year } = dateParts(addDays(date, 4 - dayOfWeek(date)));
  return { year, week: Math.floor(daysBetween(firstDayOfWeek(year, 1), date) / 7) + 1 };
}

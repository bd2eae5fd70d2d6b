import { periodOfDays, type TimePeriod } from './time-period.ts';

/**
 * From 1 January of the year in which the period ends to its last day: of 2020-07 it is 2020-01-01/P7M, of
 * 2020-Q2 2020-S1.
 */
export function yearToDatePeriod(period: TimePeriod): TimePeriod {
  return periodOfDays(`${period.end.slice(0, 4)}-01-01`, period.end);
}

/** True where the period is its own year to date: a year, and also a first half, quarter, month and day. */
export function isYearToDate(period: TimePeriod): boolean {
  return period.start === `${period.end.slice(0, 4)}-01-01`;
}

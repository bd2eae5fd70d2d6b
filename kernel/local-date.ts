import { CodedError } from './errors.ts';
import { quoted } from './quoted.ts';

/**
 * A day of the proleptic Gregorian calendar, as ISO 8601 writes it: 2020-08-04. A string, not a Date: it has
 * no clock and no zone, sorts as text, and goes to MongoDB and GraphQL as it is. Days are counted in UTC,
 * privately to this file, so that the zone of the machine never moves one.
 */
export type LocalDate = string;

export interface DateParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

const DAY_MS = 86_400_000;
/** Viet Nam has had no daylight saving time since 1975, so a constant does. */
const HANOI_OFFSET_MS = 7 * 3_600_000;
const shape = /^(\d{4})-(\d{2})-(\d{2})$/u;

/**
 * Takes year-month-day with four, two and two digits; refuses (INVALID_DATE) any other text and days that no
 * calendar has.
 */
export function parseLocalDate(text: string): LocalDate {
  const [, year, month, day] = (typeof text === 'string' && shape.exec(text)) || [];
  if (year !== undefined && isDay(Number(year), Number(month), Number(day))) return text;
  throw new CodedError(
    'INVALID_DATE',
    `A day must be written year-month-day and exist, as in 2020-08-04, but got: ${quoted(text)}`,
  );
}

/** True where the calendar has that day; years 1 to 9999. */
export function isDay(year: number, month: number, day: number): boolean {
  return (
    year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  );
}

/** The day of these numbers. Refuses (INVALID_DATE) one that the calendar lacks. */
export function makeLocalDate(year: number, month: number, day: number): LocalDate {
  if (!isDay(year, month, day))
    throw new CodedError('INVALID_DATE', `A day must exist, but got: ${year}-${month}-${day}`);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

export function dateParts(date: LocalDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** 28 to 31; `month` from 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** `days` may be negative. Refuses (INVALID_DATE) to leave the years 1 to 9999. */
export function addDays(date: LocalDate, days: number): LocalDate {
  const moved = new Date(utc(date) + days * DAY_MS);
  return makeLocalDate(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
}

/**
 * The same day of another month, or that month's last where it has no such day: 2020-01-31 and a month is
 * 2020-02-29.
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = dateParts(date);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  return makeLocalDate(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** How many days `to` lies after `from`; negative where before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (utc(to) - utc(from)) / DAY_MS;
}

/** ISO 8601: 1 is Monday, 7 is Sunday. */
export function dayOfWeek(date: LocalDate): number {
  return new Date(utc(date)).getUTCDay() || 7;
}

/** The day that it is in Hà Nội (UTC+7), where deadlines fall due, wherever the machine stands. */
export function todayInHanoi(now: Date = new Date()): LocalDate {
  return new Date(now.getTime() + HANOI_OFFSET_MS).toISOString().slice(0, 10);
}

/** Milliseconds of the day's midnight in UTC. Not Date.UTC: it takes the years 0 to 99 for 1900 to 1999. */
function utc(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

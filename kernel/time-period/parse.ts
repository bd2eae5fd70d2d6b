import { addDays, addMonths, isDay, makeLocalDate, type LocalDate } from '../local-date.ts';
import { invalidTimePeriod } from './invalid.ts';
import { firstDayOfWeek, weeksInYear } from './iso-week.ts';
import { FIRST_YEAR, LAST_YEAR, periodOfDays, periodOfMonths, type TimePeriod } from './time-period.ts';

const shape = /^(\d{4})(?:-([A-Z]?)(\d{1,3}))?(?:-(\d{2}))?(?:\/(P[0-9YMWD]+))?$/u;
const durationShape = /^P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,6})D)?$|^P(\d{1,5})W$/u;

/**
 * Of SDMX's reporting periods, those that part the year into whole months: how many digits, how many parts.
 */
const partsOfYear: Readonly<Record<string, { digits: number; parts: number }>> = {
  A: { digits: 1, parts: 1 },
  S: { digits: 1, parts: 2 },
  H: { digits: 1, parts: 2 },
  T: { digits: 1, parts: 3 },
  Q: { digits: 1, parts: 4 },
  M: { digits: 2, parts: 12 },
  '': { digits: 2, parts: 12 },
};

/**
 * Reads a time period as SDMX 3.0 writes it: 2020 · 2020-S1 · 2020-Q3 · 2020-07 · 2020-W11 · 2020-07-31 ·
 * 2020-01-01/P7M, in either case; also its other reporting periods (2020-A1, 2020-T2, 2020-M07, 2020-D213)
 * and the common 2020-H1. The answer's id is the one way to write that period. Refuses (INVALID_TIME_PERIOD)
 * all else, days that do not exist, and years before 1900 or after 2199.
 */
export function parseTimePeriod(text: string): TimePeriod {
  const match = typeof text === 'string' && text.length <= 40 ? shape.exec(text.trim().toUpperCase()) : null;
  const period = match && read(match);
  if (!period) throw invalidTimePeriod(text);
  return period;
}

function read([, yearText = '', letter, number, day, duration]: RegExpExecArray): TimePeriod | null {
  const year = Number(yearText);
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  if (day !== undefined)
    return number?.length === 2 && letter === ''
      ? readDays(year, Number(number), Number(day), duration)
      : null;
  if (duration !== undefined) return null;
  if (letter === undefined || number === undefined) return periodOfMonths(makeLocalDate(year, 1, 1), 12);
  return readReportingPeriod(year, letter, number);
}

function readReportingPeriod(year: number, letter: string, digits: string): TimePeriod | null {
  const number = Number(digits);
  if (number < 1) return null;
  if (letter === 'W') {
    if (digits.length !== 2 || number > weeksInYear(year)) return null;
    const monday = firstDayOfWeek(year, number);
    return periodOfDays(monday, addDays(monday, 6));
  }
  if (letter === 'D') {
    const day = addDays(makeLocalDate(year, 1, 1), number - 1);
    return digits.length === 3 && day.startsWith(String(year)) ? periodOfDays(day, day) : null;
  }
  const part = partsOfYear[letter];
  if (part === undefined || digits.length !== part.digits || number > part.parts) return null;
  const months = 12 / part.parts;
  return periodOfMonths(makeLocalDate(year, 1 + (number - 1) * months, 1), months);
}

function readDays(year: number, month: number, day: number, duration: string | undefined): TimePeriod | null {
  if (!isDay(year, month, day)) return null;
  const start = makeLocalDate(year, month, day);
  if (duration === undefined) return periodOfDays(start, start);
  const behind = addDuration(start, duration);
  return behind !== null && behind > start ? periodOfDays(start, addDays(behind, -1)) : null;
}

/**
 * As XML Schema adds an xs:duration to a date: years and months first, cut to the month's last day, then
 * days.
 */
function addDuration(start: LocalDate, duration: string): LocalDate | null {
  const match = durationShape.exec(duration);
  if (match === null || duration === 'P') return null;
  const [, years = 0, months = 0, days = 0, weeks = 0] = match;
  const allMonths = Number(years) * 12 + Number(months);
  const allDays = Number(days) + Number(weeks) * 7;
  // Beyond the calendar of ours whatever the start is; refused here, for a LocalDate ends with the year 9999.
  if (allMonths > (LAST_YEAR - FIRST_YEAR + 1) * 12 || allDays > (LAST_YEAR - FIRST_YEAR + 1) * 366)
    return null;
  return addDays(addMonths(start, allMonths), allDays);
}

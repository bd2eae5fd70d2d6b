import { addDays, dateParts, isDay, makeLocalDate, type LocalDate } from '../local-date.ts';
import { isoWeekOf, firstDayOfWeek, weeksInYear } from '../time-period/iso-week.ts';
import { nextPeriod } from '../time-period/sequence.ts';
import {
  FIRST_YEAR,
  LAST_YEAR,
  periodOfDays,
  periodOfMonths,
  type TimePeriod,
} from '../time-period/time-period.ts';
import type { DeadlinePrecision } from '../vocabulary.ts';

export interface PrintedTime {
  readonly period: TimePeriod;
  /** Half-years and "7 tháng đầu năm" are known to the MONTH. */
  readonly precision: Exclude<DeadlinePrecision, 'NONE'>;
  /** True where a part of it, mostly the year, is not printed. */
  readonly inferred: boolean;
}

type Reading = (match: RegExpExecArray, reference: LocalDate) => PrintedTime | null;

const year = String.raw`(?:(?:/| năm | )(\d{4}))?`;
const quarterNumbers: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
};

/** Whole texts only, in NFC and lower case. */
const readings: ReadonlyArray<readonly [RegExp, Reading]> = [
  [/^(?:tháng )?(\d{1,2})\/(\d{4})$/u, ([, month, y], on) => readMonth(month, y, on)],
  [/^(?:ngày )?(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/u, ([, day, month, y], on) => readDay(day, month, y, on)],
  [
    new RegExp(`^ngày (\\d{1,2}) tháng (\\d{1,2})${year}$`, 'u'),
    ([, day, month, y], on) => readDay(day, month, y, on),
  ],
  [new RegExp(`^tuần (?:thứ )?(\\d{1,2})${year}$`, 'u'), ([, week, y], on) => readWeek(week, y, on)],
  [new RegExp(`^tháng (\\d{1,2})${year}$`, 'u'), ([, month, y], on) => readMonth(month, y, on)],
  [
    new RegExp(`^quý (iv|i{1,3}|[1-4])${year}$`, 'u'),
    ([, quarter = '', y], on) => readQuarter(quarterNumbers[quarter], y, on),
  ],
  [
    /^(\d{1,2}) tháng (đầu|cuối) năm(?: (\d{4}))?$/u,
    ([, count, side, y], on) => readMonths(count, side, y, on),
  ],
  [/^(?:năm )?(\d{4})$/u, ([, y], on) => inYear(y, on, 'YEAR', (number) => months(number, 1, 12))],
  [
    /^(?:cả )?năm(?: nay| này)?$/u,
    (_, on) => inYear(undefined, on, 'YEAR', (number) => months(number, 1, 12)),
  ],
  [/^(?:ngày )?hôm nay$/u, (_, on) => around(on, 'DAY', 0)],
  [/^ngày mai$/u, (_, on) => around(on, 'DAY', 1)],
  [
    /^(tuần|tháng|quý|năm) (này|nay|tới|sau)$/u,
    ([, unit = '', which = ''], on) => readRelative(unit, which, on),
  ],
];

/**
 * Reads "01/5/2020", "ngày 30/9", "tuần 11/2020", "tháng 6/2020", "quý iii/2020", "6 tháng cuối năm 2020",
 * "năm 2020", "tháng này" …; null for all else. A year that is not printed is the reference's, or the next
 * where that would be over by then: who sets a date speaks of one to come.
 */
export function readPrintedTime(text: string, reference: LocalDate): PrintedTime | null {
  for (const [pattern, reading] of readings) {
    const match = pattern.exec(text.replace(/(\d{4}) này$/u, '$1'));
    if (match !== null) return reading(match, reference);
  }
  return null;
}

function readDay(
  day: string | undefined,
  month: string | undefined,
  y: string | undefined,
  on: LocalDate,
): PrintedTime | null {
  return inYear(y, on, 'DAY', (number) => {
    if (!isDay(number, Number(month), Number(day))) return null;
    const date = makeLocalDate(number, Number(month), Number(day));
    return periodOfDays(date, date);
  });
}

function readWeek(week: string | undefined, y: string | undefined, on: LocalDate): PrintedTime | null {
  return inYear(y, on, 'WEEK', (number) => {
    if (Number(week) < 1 || Number(week) > weeksInYear(number)) return null;
    return weekFrom(firstDayOfWeek(number, Number(week)));
  });
}

function readMonth(month: string | undefined, y: string | undefined, on: LocalDate): PrintedTime | null {
  return inYear(y, on, 'MONTH', (number) => months(number, Number(month), 1));
}

function readQuarter(quarter: number | undefined, y: string | undefined, on: LocalDate): PrintedTime | null {
  return inYear(y, on, 'QUARTER', (number) => months(number, ((quarter ?? 0) - 1) * 3 + 1, 3));
}

/** "7 tháng đầu năm 2020", "6 tháng cuối năm 2020". */
function readMonths(
  count: string | undefined,
  side: string | undefined,
  y: string | undefined,
  on: LocalDate,
): PrintedTime | null {
  const length = Number(count);
  if (length < 1 || length > 12) return null;
  return inYear(y, on, 'MONTH', (number) => months(number, side === 'đầu' ? 1 : 13 - length, length));
}

function readRelative(unit: string, which: string, on: LocalDate): PrintedTime | null {
  const { year: number, month } = dateParts(on);
  const ahead = which === 'tới' || which === 'sau' ? 1 : 0;
  if (unit === 'tuần') return around(firstDayOfWeek(isoWeekOf(on).year, isoWeekOf(on).week), 'WEEK', ahead);
  const [precision, period] =
    unit === 'tháng'
      ? (['MONTH', months(number, month, 1)] as const)
      : unit === 'quý'
        ? (['QUARTER', months(number, month - ((month - 1) % 3), 3)] as const)
        : (['YEAR', months(number, 1, 12)] as const);
  return period && { period: ahead === 1 ? nextPeriod(period) : period, precision, inferred: true };
}

function around(start: LocalDate, precision: 'DAY' | 'WEEK', ahead: number): PrintedTime {
  const period = precision === 'DAY' ? periodOfDays(start, start) : weekFrom(start);
  return { period: ahead === 1 ? nextPeriod(period) : period, precision, inferred: true };
}

function inYear(
  printedYear: string | undefined,
  reference: LocalDate,
  precision: PrintedTime['precision'],
  periodIn: (year: number) => TimePeriod | null,
): PrintedTime | null {
  const referenceYear = dateParts(reference).year;
  const number = printedYear === undefined ? referenceYear : Number(printedYear);
  if (number < FIRST_YEAR || number > LAST_YEAR) return null;
  const period = periodIn(number);
  if (printedYear !== undefined) return period && { period, precision, inferred: false };
  // 29 February and week 53 may stand in the next year only, so null goes on as well.
  const inTime = period !== null && period.end >= reference ? period : periodIn(number + 1);
  return inTime && { period: inTime, precision, inferred: true };
}

function months(number: number, first: number, length: number): TimePeriod | null {
  return first < 1 || first > 12 ? null : periodOfMonths(makeLocalDate(number, first, 1), length);
}

function weekFrom(monday: LocalDate): TimePeriod {
  return periodOfDays(monday, addDays(monday, 6));
}

import type { LocalDate } from '../local-date.ts';
import { readPrintedTime } from '../printed/printed-time.ts';
import { FIRST_YEAR, LAST_YEAR, type TimePeriod } from '../time-period/time-period.ts';

/** A time that a text names. */
export interface TimeMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly period: TimePeriod;
  readonly yearPrinted: boolean;
  /**
   * "đầu năm 2020" and "cuối năm 2019" mean one END of the period; "cùng kỳ 2019" means the SAME_SPAN of
   * that year as the figure's own; all else is the period itself.
   */
  readonly means: 'WHOLE' | 'BEGINNING' | 'END' | 'SAME_SPAN';
}

const year = String.raw`(?:(?:/| năm )\d{4})?`;
/**
 * Longest first. Bare days ("2/9") and years ("so với 2021") are times only where the words before say so,
 * or the year is one.
 */
const times = new RegExp(
  [
    String.raw`ngày \d{1,2} tháng \d{1,2}${year}`,
    String.raw`\d{1,2}/\d{1,2}/\d{4}`,
    String.raw`\d{1,2}/\d{4}`,
    String.raw`(?<=(?:ngày|lễ|dịp) )\d{1,2}/\d{1,2}`,
    String.raw`\d{1,2} tháng (?:đầu|cuối) năm(?: \d{4})?`,
    String.raw`tháng \d{1,2}${year}`,
    String.raw`quý (?:iv|i{1,3}|[1-4])${year}`,
    String.raw`tuần \d{1,2}${year}`,
    String.raw`\d{4}`,
  ]
    .map((shape) => String.raw`(?<![\p{L}\p{N}]|\d[.,/])${shape}(?![\p{L}\p{N}]|[.,/]\d)`)
    .join('|'),
  'giu',
);

/**
 * Finds every time that a text names: days, weeks, months, quarters, months of a year, years. Where the
 * year is not printed, it is that of `saidOn`, or the one before where the time was still to come then: a
 * report speaks of what has been.
 */
export function timeMentions(text: string, saidOn: LocalDate): TimeMention[] {
  return [...text.matchAll(times)].flatMap(({ index: start, 0: found }) => {
    const period = periodNamed(found.toLowerCase(), saidOn);
    if (period === null) return [];
    const means = meaning(text.slice(0, start), period);
    return [
      { start, end: start + found.length, text: found, period, yearPrinted: /\d{4}$/u.test(found), means },
    ];
  });
}

function periodNamed(found: string, saidOn: LocalDate): TimePeriod | null {
  const printedYear = /(?:^|\D)(\d{4})$/u.exec(found)?.[1];
  if (printedYear !== undefined) {
    const isYear = Number(printedYear) >= FIRST_YEAR && Number(printedYear) <= LAST_YEAR;
    return isYear ? (readPrintedTime(found, saidOn)?.period ?? null) : null;
  }
  const saidIn = Number(saidOn.slice(0, 4));
  const joint = found.endsWith('năm') ? ' ' : '/';
  const inYear = (number: number) => readPrintedTime(`${found}${joint}${number}`, saidOn)?.period ?? null;
  const own = inYear(saidIn);
  return own !== null && own.start <= saidOn ? own : (inYear(saidIn - 1) ?? own);
}

function meaning(before: string, { kind }: TimePeriod): TimeMention['means'] {
  if (kind !== 'YEAR') return 'WHOLE';
  if (/cùng kỳ(?: năm)? $/iu.test(before)) return 'SAME_SPAN';
  if (/đầu (?:năm )?$/iu.test(before)) return 'BEGINNING';
  if (/cuối (?:năm )?$/iu.test(before)) return 'END';
  return 'WHOLE';
}

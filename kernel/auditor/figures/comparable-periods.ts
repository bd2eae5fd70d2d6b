import { daysBetween } from '../../local-date.ts';
import { wholeMonths, type TimePeriod } from '../../time-period/time-period.ts';
import { isYearToDate } from '../../time-period/year-to-date.ts';
import type { PeriodBasis, UnitKind } from '../../vocabulary.ts';

/**
 * Whether a figure of one period can be measured from one of the other: a month's revenue never from a half year's, seven months since
 * January never from six. Stocks, averages and rates do not grow with the length of their period, so any two can be compared.
 */
export function comparablePeriods(
  figure: TimePeriod,
  base: TimePeriod,
  { basis, kind }: { readonly basis: PeriodBasis; readonly kind: UnitKind },
): boolean {
  const growsWithTime = basis === 'YEAR_TO_DATE' || basis === 'FLOW';
  const addsUp = kind === 'COUNT' || kind === 'CURRENCY';
  if (!growsWithTime || !addsUp) return true;
  if (basis === 'YEAR_TO_DATE' && !(isYearToDate(figure) && isYearToDate(base))) return false;
  return sameLength(figure, base);
}

/** In whole months where either has them, for months differ in days; else in days, a leap day aside. */
function sameLength(a: TimePeriod, b: TimePeriod): boolean {
  const months = [wholeMonths(a.start, a.end), wholeMonths(b.start, b.end)] as const;
  if (months[0] !== null || months[1] !== null) return months[0] === months[1];
  return Math.abs(daysBetween(a.start, a.end) - daysBetween(b.start, b.end)) <= 1;
}

import { addDays, addMonths, daysBetween, type LocalDate } from '../local-date.ts';
import { firstDayOfWeek, isoWeekOf, weeksInYear } from './iso-week.ts';
import { periodOfDays, periodOfMonths, wholeMonths, type TimePeriod } from './time-period.ts';

/**
 * The period of the same kind that ends the day before (2020-Q1 → 2019-Q4), by which "so với tháng trước"
 * compares. For a range it is the one of equal length just before: in months where it is of whole months,
 * else in days. It is not the range of the year before, which yearBefore gives. A range in days may so come
 * upon a calendar period and become it.
 */
export function previousPeriod(period: TimePeriod): TimePeriod {
  return step(period, -1);
}

/** The period of the same kind that begins the day after. */
export function nextPeriod(period: TimePeriod): TimePeriod {
  return step(period, 1);
}

/**
 * "Cùng kỳ năm trước": the same period of the year before. Week 53 has week 52, and 29 February has 28
 * February, where that year has neither; a range in days keeps the day and month of both its ends.
 */
export function yearBefore(period: TimePeriod): TimePeriod {
  return sameInYear(period, -1);
}

export function yearAfter(period: TimePeriod): TimePeriod {
  return sameInYear(period, 1);
}

function step({ start, end }: TimePeriod, direction: -1 | 1): TimePeriod {
  const months = wholeMonths(start, end);
  if (months !== null) return periodOfMonths(addMonths(start, direction * months), months);
  const days = direction * (daysBetween(start, end) + 1);
  return periodOfDays(addDays(start, days), addDays(end, days));
}

function sameInYear({ kind, start, end }: TimePeriod, years: -1 | 1): TimePeriod {
  if (kind === 'WEEK') return sameWeek(start, years);
  const months = wholeMonths(start, end);
  if (months !== null) return periodOfMonths(addMonths(start, 12 * years), months);
  return periodOfDays(addMonths(start, 12 * years), addMonths(end, 12 * years));
}

function sameWeek(monday: LocalDate, years: -1 | 1): TimePeriod {
  const { year, week } = isoWeekOf(monday);
  const start = firstDayOfWeek(year + years, Math.min(week, weeksInYear(year + years)));
  return periodOfDays(start, addDays(start, 6));
}

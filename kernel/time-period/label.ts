import { dateParts, type LocalDate } from '../local-date.ts';
import type { Language } from '../vocabulary.ts';
import { wholeMonths, type TimePeriod } from './time-period.ts';
import { isYearToDate } from './year-to-date.ts';

const romanQuarters = ['I', 'II', 'III', 'IV'] as const;
const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** The period in words, to stand within a sentence: "7 tháng đầu năm 2020", "first 7 months of 2020". */
export function periodLabel(period: TimePeriod, language: Language): string {
  return language === 'VI' ? vietnamese(period) : english(period);
}

function vietnamese(period: TimePeriod): string {
  const { year, month } = dateParts(period.start);
  switch (period.kind) {
    case 'YEAR':
      return `năm ${year}`;
    case 'HALF_YEAR':
      return month === 1 ? `6 tháng đầu năm ${year}` : `6 tháng cuối năm ${year}`;
    case 'QUARTER':
      return `Quý ${romanQuarters[(month - 1) / 3]}/${year}`;
    case 'MONTH':
      return `tháng ${month}/${year}`;
    case 'WEEK':
      return `tuần ${weekNumber(period)}/${weekYear(period)}`;
    case 'DAY':
      return `ngày ${vietnameseDay(period.start)}`;
    case 'RANGE': {
      const months = firstMonths(period);
      if (months !== null) return `${months} tháng đầu năm ${year}`;
      return `từ ngày ${vietnameseDay(period.start)} đến ngày ${vietnameseDay(period.end)}`;
    }
  }
}

function english(period: TimePeriod): string {
  const { year, month } = dateParts(period.start);
  switch (period.kind) {
    case 'YEAR':
      return `${year}`;
    case 'HALF_YEAR':
      return month === 1 ? `first half of ${year}` : `second half of ${year}`;
    case 'QUARTER':
      return `Q${(month - 1) / 3 + 1} ${year}`;
    case 'MONTH':
      return `${englishMonths[month - 1]} ${year}`;
    case 'WEEK':
      return `week ${weekNumber(period)} of ${weekYear(period)}`;
    case 'DAY':
      return englishDay(period.start);
    case 'RANGE': {
      const months = firstMonths(period);
      if (months !== null) return `first ${months} months of ${year}`;
      return `${englishDay(period.start)} to ${englishDay(period.end)}`;
    }
  }
}

/** How many months of a year have run, where the period is from its 1 January to the end of a month of it. */
function firstMonths(period: TimePeriod): number | null {
  return isYearToDate(period) ? wholeMonths(period.start, period.end) : null;
}

function weekYear({ id }: TimePeriod): string {
  return id.slice(0, 4);
}

function weekNumber({ id }: TimePeriod): number {
  return Number(id.slice(6));
}

function vietnameseDay(date: LocalDate): string {
  const { year, month, day } = dateParts(date);
  return `${day}/${month}/${year}`;
}

function englishDay(date: LocalDate): string {
  const { year, month, day } = dateParts(date);
  return `${day} ${englishMonths[month - 1]} ${year}`;
}

import type { Frequency } from '../vocabulary.ts';
import type { PeriodKind, TimePeriod } from './time-period.ts';

const frequencies: Readonly<Record<PeriodKind, Frequency | null>> = {
  YEAR: 'YEARLY',
  HALF_YEAR: 'HALF_YEARLY',
  QUARTER: 'QUARTERLY',
  MONTH: 'MONTHLY',
  WEEK: 'WEEKLY',
  DAY: 'DAILY',
  RANGE: null,
};

/** How often periods of this kind follow each other; null for a range, which no calendar repeats. */
export function frequencyOf(period: TimePeriod): Frequency | null {
  return frequencies[period.kind];
}

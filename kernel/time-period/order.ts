import type { TimePeriod } from './time-period.ts';

/**
 * The order of a series: by the last day, and of those that end together the longer first (2020, 2020-S2,
 * 2020-Q4, 2020-12): what a period is a part of stands before it. Total, for two periods with the same days
 * are the same.
 */
export function comparePeriods(a: TimePeriod, b: TimePeriod): number {
  return compareText(a.end, b.end) || compareText(a.start, b.start);
}

/** True where every day of `inner` is one of `outer`; a period contains itself. */
export function containsPeriod(outer: TimePeriod, inner: TimePeriod): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

import { negateInterval, type Interval } from '../../interval/interval.ts';
import { sumOfIntervals } from './sum.ts';

/** What a value of the first interval less one of the second can be. */
export function differenceOfIntervals(from: Interval, less: Interval): Interval {
  return sumOfIntervals([from, negateInterval(less)]);
}

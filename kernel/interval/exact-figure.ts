import type { Decimal } from '../decimal.ts';
import { pointInterval, type Interval } from './interval.ts';
import type { PrintedPrecision } from './printed-precision.ts';

/**
 * EXACT. A count printed in full ("2.014.512 địa chỉ") is that count. Every other figure was rounded half up
 * to its last printed digit, zeros included, so it stands for half a unit of it on either side: "7,39" is
 * [7.385, 7.395). Without printed digits (a figure that a team publishes) it is what it says.
 */
export function exactFigure(value: Decimal, { resolution, multiplied, kind }: PrintedPrecision): Interval {
  const inFull = kind === 'COUNT' && !multiplied && resolution?.eq(1) === true;
  if (resolution === null || inFull) return pointInterval(value);
  const half = resolution.div(2);
  return { lower: value.minus(half), upper: value.plus(half), lowerIncluded: true, upperIncluded: false };
}

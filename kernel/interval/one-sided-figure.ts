import { Decimal } from '../decimal.ts';
import type { Interval } from './interval.ts';
import { unitOfLastNonZeroDigit } from './last-digit.ts';
import type { PrintedPrecision } from './printed-precision.ts';

/**
 * MORE_THAN (hơn, trên): up to the next unit of the last digit that is not zero, where the writer would have
 * named that ("hơn 170" of what is under 180), at most 10% up. A convention of ours. The value itself is out.
 */
export function moreThanFigure(value: Decimal, precision: PrintedPrecision): Interval {
  const { reach, endIncluded } = reachOf(value, precision);
  return { lower: value, upper: value.plus(reach), lowerIncluded: false, upperIncluded: endIncluded };
}

/** NEARLY (gần) and LESS_THAN (dưới): as far down as MORE_THAN reaches up. */
export function lessThanFigure(value: Decimal, precision: PrintedPrecision): Interval {
  const { reach, endIncluded } = reachOf(value, precision);
  return { lower: value.minus(reach), upper: value, lowerIncluded: endIncluded, upperIncluded: false };
}

/**
 * A count printed in full is whole: "hơn 5 tỉnh" is 6 at least, which a tenth of 5 does not reach and an open
 * end at 6 shuts out. So it reaches one whole thing at least, and where it reaches just that one, the one is
 * in.
 */
function reachOf(
  value: Decimal,
  { resolution, multiplied, kind }: PrintedPrecision,
): { reach: Decimal; endIncluded: boolean } {
  const unit = unitOfLastNonZeroDigit(value);
  // Of zero no tenth can be taken: "hơn 0" reaches one printed unit.
  const reach = unit === null ? (resolution ?? new Decimal(1)) : Decimal.min(unit, value.abs().div(10));
  const whole = kind === 'COUNT' && !multiplied && value.isInteger();
  return whole && reach.lte(1) ? { reach: new Decimal(1), endIncluded: true } : { reach, endIncluded: false };
}

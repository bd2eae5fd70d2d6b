import { Decimal } from '../decimal.ts';
import type { Interval } from './interval.ts';
import { unitOfLastNonZeroDigit } from './last-digit.ts';

/**
 * ABOUT (khoảng): half a unit of the last digit that is not zero, for who says "khoảng 120" thinks in tens;
 * at most 10%, for "khoảng 10" is not said of 5 or of 15; never less than the rounding that the printed
 * digits bring anyway. A convention of ours: no standard says what "khoảng" is worth. Both ends are in.
 */
export function aboutFigure(value: Decimal, resolution: Decimal | null): Interval {
  const half = (unitOfLastNonZeroDigit(value) ?? new Decimal(0)).div(2);
  const rounding = (resolution ?? new Decimal(0)).div(2);
  const reach = Decimal.max(Decimal.min(half, value.abs().div(10)), rounding);
  return { lower: value.minus(reach), upper: value.plus(reach), lowerIncluded: true, upperIncluded: true };
}

import { Decimal } from '../decimal.ts';
import type { UnitKind } from '../vocabulary.ts';
import { pointInterval, type Interval } from './interval.ts';

const zero = new Decimal(0);
const whole = new Decimal(100);

/**
 * Leaves out what the unit does not allow, given the magnitude that is printed: nothing is below zero, and a
 * share of a whole ends at 100%; ratios and percentages (a growth, one body's rate against another's) have no
 * top. A share beyond its limit keeps its place: it is a fault of the document, for the auditor to tell, and
 * no interval may shut out its own figure.
 */
export function cutToKind(interval: Interval, kind: UnitKind, magnitude: Decimal): Interval {
  const top = kind === 'SHARE' ? Decimal.max(whole, magnitude) : null;
  const lowerCut = interval.lower === null || interval.lower.lt(zero);
  const upperCut = top !== null && (interval.upper === null || interval.upper.gt(top));
  const lower = lowerCut ? zero : interval.lower;
  const upper = upperCut ? top : interval.upper;
  // "trên 100%" of a whole leaves nothing between 100 and 100 but the end itself.
  if (upper !== null && lower.eq(upper)) return pointInterval(lower);
  return {
    lower,
    upper,
    lowerIncluded: lowerCut || interval.lowerIncluded,
    upperIncluded: upperCut || interval.upperIncluded,
  };
}

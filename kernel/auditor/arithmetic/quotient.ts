import { Decimal } from '../../decimal.ts';
import type { Interval } from '../../interval/interval.ts';
import { enclosed } from './directed.ts';
import { intervalOf, lowerEnd, roundedDown, roundedUp, upperEnd, type End } from './interval-end.ts';

const zero = new Decimal(0);
/** What a quotient nears, and does not reach, as its divisor grows without end. */
const nearZero: End = { value: zero, included: false };

/**
 * What a value of the first interval divided by one of the second can be. Null where the divisor cannot be above zero, or
 * can be below: a change is measured from a positive figure. A divisor of zero itself is left out.
 */
export function quotientOfIntervals(dividend: Interval, divisor: Interval): Interval | null {
  const smallest = lowerEnd(divisor);
  const largest = upperEnd(divisor);
  if (smallest === null || smallest.value.lt(zero) || largest?.value.lte(zero)) return null;
  return intervalOf(
    end(lowerEnd(dividend), smallest, largest, 'lower'),
    end(upperEnd(dividend), smallest, largest, 'upper'),
  );
}

/** A dividend's end is brought out farthest by the divisor's smallest value, where it lies away from zero, else by its largest. */
function end(of: End, smallest: NonNullable<End>, largest: End, side: 'lower' | 'upper'): End {
  if (of === null) return null;
  // Nought divided by anything is nought, whichever the divisor.
  if (of.value.isZero()) return of;
  const outward = side === 'lower' ? of.value.lt(zero) : of.value.gt(zero);
  const by = outward ? smallest : largest;
  if (by === null) return nearZero;
  if (by.value.isZero()) return null;
  const quotient = enclosed('div', of.value, by.value);
  const included = of.included && by.included;
  return side === 'lower' ? roundedDown(quotient, included) : roundedUp(quotient, included);
}

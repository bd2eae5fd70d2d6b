import { Decimal } from '../../decimal.ts';
import type { Interval } from '../../interval/interval.ts';
import { enclosed } from './directed.ts';
import { intervalOf, lowerEnd, roundedDown, roundedUp, upperEnd, type End } from './interval-end.ts';

const zero = new Decimal(0);

/** What a value of the interval times the factor can be. @param factor above zero: 100, for a percentage. */
export function scaledInterval(interval: Interval, factor: Decimal): Interval {
  const lower = lowerEnd(interval);
  const upper = upperEnd(interval);
  return intervalOf(
    lower && roundedDown(enclosed('times', lower.value, factor), lower.included),
    upper && roundedUp(enclosed('times', upper.value, factor), upper.included),
  );
}

/** What the product of a value of each can be. Both intervals must lie at zero or above, as levels and multiples do; else null. */
export function productOfIntervals(a: Interval, b: Interval): Interval | null {
  const [aLower, bLower, aUpper, bUpper] = [lowerEnd(a), lowerEnd(b), upperEnd(a), upperEnd(b)];
  if (aLower === null || bLower === null || aLower.value.lt(zero) || bLower.value.lt(zero)) return null;
  const nought = noughtOf(aLower, bLower);
  return intervalOf(
    nought ?? roundedDown(enclosed('times', aLower.value, bLower.value), aLower.included && bLower.included),
    aUpper && bUpper
      ? (noughtOf(aUpper, bUpper) ??
          roundedUp(enclosed('times', aUpper.value, bUpper.value), aUpper.included && bUpper.included))
      : null,
  );
}

/** Nought is reached by one factor's nought alone. */
function noughtOf(a: NonNullable<End>, b: NonNullable<End>): End {
  const noughts = [a, b].filter(({ value }) => value.isZero());
  return noughts.length === 0 ? null : { value: zero, included: noughts.some(({ included }) => included) };
}

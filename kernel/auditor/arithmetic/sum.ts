import { Decimal } from '../../decimal.ts';
import { pointInterval, type Interval } from '../../interval/interval.ts';
import { enclosed } from './directed.ts';
import { intervalOf, lowerEnd, roundedDown, roundedUp, upperEnd } from './interval-end.ts';

/** What the sum of one value from each interval can be. The values are independent; of none, it is zero. */
export function sumOfIntervals(terms: readonly Interval[]): Interval {
  return terms.reduce(plus, pointInterval(new Decimal(0)));
}

function plus(a: Interval, b: Interval): Interval {
  const [aLower, bLower, aUpper, bUpper] = [lowerEnd(a), lowerEnd(b), upperEnd(a), upperEnd(b)];
  return intervalOf(
    aLower && bLower
      ? roundedDown(enclosed('plus', aLower.value, bLower.value), aLower.included && bLower.included)
      : null,
    aUpper && bUpper
      ? roundedUp(enclosed('plus', aUpper.value, bUpper.value), aUpper.included && bUpper.included)
      : null,
  );
}

export function sumOfValues(terms: readonly Decimal[]): Decimal {
  return terms.reduce((sum, term) => sum.plus(term), new Decimal(0));
}

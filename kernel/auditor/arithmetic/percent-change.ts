import { Decimal } from '../../decimal.ts';
import { pointInterval, type Interval } from '../../interval/interval.ts';
import { differenceOfIntervals } from './difference.ts';
import { scaledInterval } from './product.ts';
import { quotientOfIntervals } from './quotient.ts';

const hundred = new Decimal(100);
const one = pointInterval(new Decimal(1));

/**
 * (figure ÷ base − 1) × 100, the growth rate of official statistics (IMF, Quarterly National Accounts Manual; OECD, Data and
 * Metadata Reporting and Presentation Handbook). Null from a base of zero or below. Written with one use of each figure,
 * for (figure − base) ÷ base uses the base twice, and interval arithmetic would answer too wide.
 */
export function percentChangeInterval(figure: Interval, base: Interval): Interval | null {
  const ratio = quotientOfIntervals(figure, base);
  return ratio && scaledInterval(differenceOfIntervals(ratio, one), hundred);
}

/** The same of two values, to 40 digits. */
export function percentChange(figure: Decimal, base: Decimal): Decimal | null {
  return base.lte(0) ? null : figure.minus(base).times(hundred).div(base);
}

import { Decimal } from '../../decimal.ts';
import type { Interval } from '../../interval/interval.ts';
import { scaledInterval } from './product.ts';
import { quotientOfIntervals } from './quotient.ts';
import { sumOfIntervals, sumOfValues } from './sum.ts';

/**
 * Numerators over denominators, times `factor` (100 for a share in percent, 1 for a ratio). Where several are given the counts are
 * pooled, (12 + 39) ÷ (20 + 63): the mean of 12/20 and 39/63 is another number, that of bodies of equal weight. Null over zero.
 */
export function shareInterval(
  numerators: readonly Interval[],
  denominators: readonly Interval[],
  factor: Decimal,
): Interval | null {
  const quotient = quotientOfIntervals(sumOfIntervals(numerators), sumOfIntervals(denominators));
  return quotient && scaledInterval(quotient, factor);
}

/** The same of values, to 40 digits. */
export function shareOfValues(
  numerators: readonly Decimal[],
  denominators: readonly Decimal[],
  factor: Decimal,
): Decimal | null {
  const whole = sumOfValues(denominators);
  return whole.lte(0) ? null : sumOfValues(numerators).times(factor).div(whole);
}

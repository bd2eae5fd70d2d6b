import { intervalContains, intervalsMeet, type Interval } from '../interval/interval.ts';
import { liesWithin } from './arithmetic/enclosure.ts';
import type { Quantity } from './figures/held-figure.ts';
import type { Verdict } from './verdicts.ts';

/**
 * Whether what is computed bears out what is stated. CONSISTENT: the value computed from the numbers as printed lies in the interval
 * that the stated figure stands for, which for a plain figure is the same as rounding half up to the printed digits; where no value
 * can be computed, all of the computed interval does. ROUNDING: not so, but the intervals meet, so that figures exist which
 * round to everything that is printed (GUM, JCGM 100:2008, F.2.2.1 and ISO 80000-1, annex B, on what rounding leaves open).
 * INCONSISTENT: no such figures exist.
 */
export function judge(stated: Interval, computed: Quantity): Exclude<Verdict, 'BASE_MISSING' | 'AMBIGUOUS'> {
  const borneOut =
    computed.value === null
      ? liesWithin(computed.interval, stated)
      : intervalContains(stated, computed.value);
  if (borneOut) return 'CONSISTENT';
  return intervalsMeet(stated, computed.interval) ? 'ROUNDING' : 'INCONSISTENT';
}

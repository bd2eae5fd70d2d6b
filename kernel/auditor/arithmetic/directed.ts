import { Decimal } from '../../decimal.ts';

const Down = Decimal.clone({ rounding: Decimal.ROUND_FLOOR });
const Up = Decimal.clone({ rounding: Decimal.ROUND_CEIL });

export interface Enclosed {
  /** Never more than the true result. */
  readonly below: Decimal;
  /** Never less. */
  readonly above: Decimal;
}

/**
 * The result of one operation between two decimals of 40 digits; both are the true result where it has no more. Rounding
 * outward at every step is what keeps interval arithmetic an enclosure (R. E. Moore, R. B. Kearfott, M. J. Cloud,
 * "Introduction to Interval Analysis", 2009).
 */
export function enclosed(operation: 'plus' | 'times' | 'div', a: Decimal, b: Decimal): Enclosed {
  return {
    below: new Decimal(new Down(a)[operation](b)),
    above: new Decimal(new Up(a)[operation](b)),
  };
}

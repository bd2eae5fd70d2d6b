import type { Decimal } from '../../decimal.ts';
import type { ChangeDirection, ChangeUnit } from '../../vocabulary.ts';
import { differenceOfIntervals } from '../arithmetic/difference.ts';
import { percentChange, percentChangeInterval } from '../arithmetic/percent-change.ts';
import { quotientOfIntervals } from '../arithmetic/quotient.ts';
import type { Quantity } from '../figures/held-figure.ts';

/**
 * The change from one figure to another, in the unit it is stated in. Percent, points and increments are signed; a
 * multiple is not: "giảm 2 lần" tells how many times the base holds the figure. Null where it cannot be computed: from a base
 * of zero.
 */
export function computedChange(
  unit: ChangeUnit,
  direction: ChangeDirection,
  figure: Quantity,
  base: Quantity,
): Quantity | null {
  switch (unit) {
    case 'PERCENT': {
      const interval = percentChangeInterval(figure.interval, base.interval);
      return interval && { interval, value: ofValues(figure, base, percentChange) };
    }
    case 'PERCENTAGE_POINT':
    case 'ABSOLUTE':
      return {
        interval: differenceOfIntervals(figure.interval, base.interval),
        value: ofValues(figure, base, (value, from) => value.minus(from)),
      };
    case 'MULTIPLE': {
      const [whole, by] = direction === 'DOWN' ? [base, figure] : [figure, base];
      const interval = quotientOfIntervals(whole.interval, by.interval);
      return (
        interval && {
          interval,
          value: ofValues(whole, by, (value, from) => (from.lte(0) ? null : value.div(from))),
        }
      );
    }
  }
}

function ofValues(
  figure: Quantity,
  base: Quantity,
  compute: (figure: Decimal, base: Decimal) => Decimal | null,
): Decimal | null {
  return figure.value === null || base.value === null ? null : compute(figure.value, base.value);
}

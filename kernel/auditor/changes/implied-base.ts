import { Decimal } from '../../decimal.ts';
import { pointInterval, unbounded, type Interval } from '../../interval/interval.ts';
import type { ChangeDirection, ChangeUnit, UnitKind } from '../../vocabulary.ts';
import { differenceOfIntervals } from '../arithmetic/difference.ts';
import { intersection } from '../arithmetic/enclosure.ts';
import { productOfIntervals, scaledInterval } from '../arithmetic/product.ts';
import { quotientOfIntervals } from '../arithmetic/quotient.ts';
import { sumOfIntervals } from '../arithmetic/sum.ts';
import type { Quantity } from '../figures/held-figure.ts';
import type { StatedValue } from './stated-value.ts';

const zero = new Decimal(0);
const hundred = new Decimal(100);
const hundredth = new Decimal('0.01');
const one = pointInterval(new Decimal(1));

/** The figure that a change was measured from. Its interval is null where no figure can be: a share of 30% has not risen by 56 points. */
export interface ImpliedBase {
  readonly value: Decimal | null;
  readonly interval: Interval | null;
}

/**
 * The change undone: figure ÷ (1 + change) from percent, figure − change from points and increments, figure ÷ or × the multiple.
 * What the unit does not allow is cut off, as in a printed figure's interval: a level is not below zero, a share not above 100%.
 */
export function impliedBase(
  unit: ChangeUnit,
  direction: ChangeDirection,
  figure: Quantity,
  stated: Pick<StatedValue, 'value' | 'interval'>,
  kind: UnitKind,
): ImpliedBase {
  const undone = undoneInterval(unit, direction, figure.interval, stated.interval);
  const interval = undone && intersection(undone, allowed(kind));
  if (interval === null || figure.value === null) return { value: null, interval };
  return { value: undoneValue(unit, direction, figure.value, stated.value), interval };
}

function undoneInterval(
  unit: ChangeUnit,
  direction: ChangeDirection,
  figure: Interval,
  change: Interval,
): Interval | null {
  switch (unit) {
    case 'PERCENT': {
      const growth = intersection(sumOfIntervals([one, scaledInterval(change, hundredth)]), aboveZero);
      return growth && quotientOfIntervals(figure, growth);
    }
    case 'PERCENTAGE_POINT':
    case 'ABSOLUTE':
      return differenceOfIntervals(figure, change);
    case 'MULTIPLE':
      return direction === 'DOWN' ? productOfIntervals(figure, change) : quotientOfIntervals(figure, change);
  }
}

function undoneValue(
  unit: ChangeUnit,
  direction: ChangeDirection,
  figure: Decimal,
  change: Decimal,
): Decimal | null {
  switch (unit) {
    case 'PERCENT': {
      const growth = change.plus(hundred);
      return growth.lte(0) ? null : figure.times(hundred).div(growth);
    }
    case 'PERCENTAGE_POINT':
    case 'ABSOLUTE':
      return figure.minus(change);
    case 'MULTIPLE':
      if (direction === 'DOWN') return figure.times(change);
      return change.lte(0) ? null : figure.div(change);
  }
}

const aboveZero: Interval = { ...unbounded, lower: zero };

function allowed(kind: UnitKind): Interval {
  const levels: Interval = { ...unbounded, lower: zero, lowerIncluded: true };
  return kind === 'SHARE' ? { ...levels, upper: hundred, upperIncluded: true } : levels;
}

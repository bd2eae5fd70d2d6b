import { Decimal, fromDecimal128 } from '../../decimal.ts';
import { figureInterval } from '../../interval/figure-interval.ts';
import { negateInterval, pointInterval, unbounded, type Interval } from '../../interval/interval.ts';
import { parsePrintedChange } from '../../printed/printed-change.ts';
import type { ComparisonRow } from '../../store/rows.ts';
import type { ChangeDirection, ChangeUnit, Qualifier, UnitKind } from '../../vocabulary.ts';

/** A number that a document states, and what it can stand for. */
export interface StatedValue {
  readonly value: Decimal;
  readonly qualifier: Qualifier;
  /** One unit of the last printed digit; null where no digits are printed. */
  readonly resolution: Decimal | null;
  readonly interval: Interval;
}

const wordsOnly: readonly Qualifier[] = ['NOT_STATED', 'RANGE', 'ORDER_OF_MAGNITUDE'];

/**
 * The change as stated, in one of its units. Null where words alone are printed ("giảm nhẹ"): then it has a direction only.
 * @param kind what the indicator's unit measures: an increment is a number of the same things.
 */
export function statedValue(comparison: ComparisonRow, unit: ChangeUnit, kind: UnitKind): StatedValue | null {
  const { qualifier } = comparison;
  if (comparison.stated === null || wordsOnly.includes(qualifier)) return null;
  const value = fromDecimal128(comparison.stated);
  const resolution = printedResolution(comparison.citation?.printed ?? null, value) ?? lastDigit(value);
  const printed = figureInterval({
    value,
    lower: null,
    upper: null,
    qualifier,
    resolution,
    multiplied: resolution.gt(1),
    kind: kindOfChange(unit, kind),
  });
  // Nought has no sign of its own: "giảm 0,0%" is a fall too small to be seen.
  const fallOfNought = value.isZero() && comparison.direction === 'DOWN';
  return { value, qualifier, resolution, interval: fallOfNought ? negateInterval(printed) : printed };
}

/** Percentages of change have no top, be they of a share; a multiple is a ratio. */
function kindOfChange(unit: ChangeUnit, kind: UnitKind): UnitKind {
  if (unit === 'MULTIPLE') return 'RATIO';
  if (unit === 'ABSOLUTE') return kind === 'SHARE' ? 'PERCENT' : kind;
  return 'PERCENT';
}

/** How finely the change is printed; null where it is not printed, or the print says another number. */
function printedResolution(printed: string | null, value: Decimal): Decimal | null {
  if (printed === null) return null;
  try {
    const { stated, resolution } = parsePrintedChange(printed);
    return stated?.eq(value.abs()) === true ? resolution : null;
  } catch {
    // A print that cannot be read is the proof's to report; the stored digits remain.
    return null;
  }
}

function lastDigit(value: Decimal): Decimal {
  return new Decimal(10).pow(-value.decimalPlaces());
}

/** What a direction says by itself of the difference: above zero, below it, or zero. */
export function directionInterval(direction: ChangeDirection): Interval {
  const zero = new Decimal(0);
  switch (direction) {
    case 'UP':
      return { ...unbounded, lower: zero };
    case 'DOWN':
      return { ...unbounded, upper: zero };
    case 'UNCHANGED':
      return pointInterval(zero);
  }
}

import type { Decimal } from '../../decimal.ts';
import type { Interval } from '../../interval/interval.ts';
import type { ComparisonRow, ObservationRow } from '../../store/rows.ts';

/** A change that a document states, and the observation it is stated of. */
export interface StatedChange {
  readonly comparison: ComparisonRow;
  readonly of: ObservationRow;
}

/** A value, as printed, and what it can stand for. */
export interface Quantity {
  /** Null of a range, of an order of magnitude, and where no level is known. */
  readonly value: Decimal | null;
  /** Unbounded where no level is known. */
  readonly interval: Interval;
}

/** A figure to compute with: printed, or DERIVED from printed parts, or IMPLIED by a stated change. */
export interface HeldFigure extends Quantity {
  readonly row: ObservationRow;
  /** The parts of a DERIVED total; else none. */
  readonly operands: readonly ObservationRow[];
  /** What an IMPLIED figure was computed from; else null. */
  readonly impliedBy: StatedChange | null;
}

/** True where anything can be computed from the figure. */
export function isKnown({ value, interval }: Quantity): boolean {
  return value !== null || interval.lower !== null || interval.upper !== null;
}

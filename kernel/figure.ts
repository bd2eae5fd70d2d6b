import { fromDecimal128, type Decimal } from './decimal.ts';
import type { FigureRow } from './store/rows.ts';
import type { Qualifier } from './vocabulary.ts';

/** A figure as printed, in exact decimals. */
export interface Figure {
  readonly value: Decimal | null;
  readonly lower: Decimal | null;
  readonly upper: Decimal | null;
  readonly qualifier: Qualifier;
  readonly resolution: Decimal | null;
  readonly multiplied: boolean;
}

/** The figure in a row, out of the database's decimals. */
export function figureOf(row: FigureRow): Figure {
  const decimal = (stored: FigureRow['value']) => (stored === null ? null : fromDecimal128(stored));
  return {
    value: decimal(row.value),
    lower: decimal(row.lower),
    upper: decimal(row.upper),
    qualifier: row.qualifier,
    resolution: decimal(row.resolution),
    multiplied: row.multiplied,
  };
}

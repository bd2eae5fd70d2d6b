import { fromDecimal128 } from '../../decimal.ts';
import { figureOf } from '../../figure.ts';
import { figureInterval } from '../../interval/figure-interval.ts';
import type { ObservationRow } from '../../store/rows.ts';
import type { Evidence } from './evidence.ts';
import type { HeldFigure } from './held-figure.ts';

/** The figure that a row prints, with the interval that its digits and its qualifier give it. */
export function printedFigure(row: ObservationRow, evidence: Evidence): HeldFigure {
  const { kind } = evidence.indicator(row.indicator).unit;
  return {
    row,
    value: row.value === null ? null : fromDecimal128(row.value),
    interval: figureInterval({ ...figureOf(row), kind }),
    operands: [],
    impliedBy: null,
  };
}

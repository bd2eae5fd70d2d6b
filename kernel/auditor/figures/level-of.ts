import type { ObservationRow } from '../../store/rows.ts';
import { derivedTotal } from './derived-total.ts';
import type { Evidence } from './evidence.ts';
import type { HeldFigure } from './held-figure.ts';
import { printedFigure } from './printed-figure.ts';

/** The level that a row tells: the printed one, else the sum of its printed parts, else one that is not known. */
export function levelOf(row: ObservationRow, evidence: Evidence): HeldFigure {
  const printed = row.status !== 'DERIVED' && (row.value ?? row.lower ?? row.upper) !== null;
  return (printed ? null : derivedTotal(row, evidence)) ?? printedFigure(row, evidence);
}

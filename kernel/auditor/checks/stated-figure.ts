import { fromDecimal128 } from '../../decimal.ts';
import type { ObservationRow } from '../../store/rows.ts';
import type { StatedValue } from '../changes/stated-value.ts';
import type { Evidence } from '../figures/evidence.ts';
import { printedFigure } from '../figures/printed-figure.ts';

/** The figure that a row prints, as a claim to be checked; null where it prints none, or a range. */
export function statedFigure(row: ObservationRow, evidence: Evidence): StatedValue | null {
  const { value, interval } = printedFigure(row, evidence);
  if (value === null || row.status === 'DERIVED' || row.status === 'IMPLIED') return null;
  const { qualifier, resolution } = row;
  return { value, qualifier, resolution: resolution === null ? null : fromDecimal128(resolution), interval };
}

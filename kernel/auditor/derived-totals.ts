import type { ObservationRow } from '../store/rows.ts';
import type { Evidence } from './figures/evidence.ts';
import type { HeldFigure } from './figures/held-figure.ts';
import { levelOf } from './figures/level-of.ts';

/** Of these rows, the totals that a document speaks of without printing them, added up from their printed parts; each takes its row's place. */
export function derivedTotals(rows: readonly ObservationRow[], evidence: Evidence): readonly HeldFigure[] {
  return rows.map((row) => levelOf(row, evidence)).filter(({ row }) => row.status === 'DERIVED');
}

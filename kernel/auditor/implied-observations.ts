import type { ObservationRow } from '../store/rows.ts';
import { heldBase } from './base-key.ts';
import type { Evidence } from './figures/evidence.ts';
import type { HeldFigure } from './figures/held-figure.ts';
import { impliedFigure, sharpest } from './implied-figure.ts';

/**
 * The figures that the stated changes of these rows imply for their base periods: one a period, the sharpest, and none where the
 * base is printed in the same edition.
 */
export function impliedObservations(
  rows: readonly ObservationRow[],
  evidence: Evidence,
): readonly HeldFigure[] {
  const implied = rows.flatMap((of) =>
    of.comparisons.flatMap((comparison) => {
      const change = { comparison, of };
      if (heldBase(change, evidence)?.row.edition === of.edition) return [];
      return impliedFigure(change, evidence) ?? [];
    }),
  );
  const ids = [...new Set(implied.map(({ row }) => row._id))];
  return ids.flatMap((id) => sharpest(implied.filter(({ row }) => row._id === id)) ?? []);
}

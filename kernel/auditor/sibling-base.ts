import { hasComparableBase } from './base-key.ts';
import type { Evidence } from './figures/evidence.ts';
import type { HeldFigure, StatedChange } from './figures/held-figure.ts';
import { impliedFigure, sharpest } from './implied-figure.ts';

/**
 * Where no base is printed and two changes are stated from the same one ("tăng 85 đài, tương đương 120%"), the sharper implies the
 * base and the other is judged by it: 157 − 85 = 72 stations, and 85 of 72 are 118%. The sharper itself has nothing to be judged by.
 */
export function siblingBase(change: StatedChange, evidence: Evidence): HeldFigure | null {
  const { comparison, of } = change;
  if (comparison.basePeriod === null || comparison.base === 'BENCHMARK') return null;
  if (!hasComparableBase(change, evidence)) return null;
  const siblings = of.comparisons.filter(({ basePeriod }) => basePeriod === comparison.basePeriod);
  const implied = siblings.flatMap((sibling) => impliedFigure({ comparison: sibling, of }, evidence) ?? []);
  const base = sharpest(implied);
  return base === null || base.impliedBy?.comparison.id === comparison.id ? null : base;
}

import { parseTimePeriod } from '../time-period/parse.ts';
import type { ObservationRow } from '../store/rows.ts';
import { comparablePeriods } from './figures/comparable-periods.ts';
import { dimensionsOf, sameGroup, vintageKeys } from './figures/dimensions.ts';
import type { CatalogueRows, Evidence } from './figures/evidence.ts';
import { isKnown, type HeldFigure, type StatedChange } from './figures/held-figure.ts';
import { levelOf } from './figures/level-of.ts';

/**
 * The keys under which the figure that a change is measured from may be held: the same indicator, basis, region, agency and group at the
 * base's time, actual and no forecast; and its parts, from which it may have to be added up. None where no base period is stated.
 */
export function baseKeys({ comparison, of }: StatedChange, catalogue: CatalogueRows): readonly string[] {
  const { basePeriod } = comparison;
  if (basePeriod === null || comparison.base === 'BENCHMARK') return [];
  return [
    ...vintageKeys({ ...dimensionsOf(of), forecast: false }, basePeriod),
    ...componentKeys({ ...of, forecast: false }, basePeriod, catalogue),
  ];
}

/** The keys of the parts of an additive total; none of all else. */
export function componentKeys(
  row: ObservationRow,
  period: string,
  catalogue: CatalogueRows,
): readonly string[] {
  if (catalogue.get(row.indicator)?.additive !== true) return [];
  return [...catalogue.values()]
    .filter(({ parent }) => parent === row.indicator)
    .flatMap((component) => vintageKeys(sameGroup(row, component), period));
}

/** The figure that the change is measured from, where a level of it is held and the two periods can be compared. */
export function heldBase({ comparison, of }: StatedChange, evidence: Evidence): HeldFigure | null {
  const { basePeriod } = comparison;
  if (basePeriod === null || comparison.base === 'BENCHMARK') return null;
  if (!hasComparableBase({ comparison, of }, evidence)) return null;
  const vintages = evidence
    .vintages({ ...dimensionsOf(of), forecast: false }, basePeriod)
    .filter(({ _id }) => _id !== of._id)
    .map((row) => levelOf(row, evidence))
    .filter(isKnown);
  const chosen = chooseVintage(
    of,
    vintages.map(({ row }) => row),
  );
  return vintages.find(({ row }) => row === chosen) ?? null;
}

/** False of a month against a half year, and the like; true where no base period is stated. */
export function hasComparableBase({ comparison, of }: StatedChange, evidence: Evidence): boolean {
  if (comparison.basePeriod === null) return true;
  const { kind } = evidence.indicator(of.indicator).unit;
  return comparablePeriods(parseTimePeriod(of.period), parseTimePeriod(comparison.basePeriod), {
    basis: of.basis,
    kind,
  });
}

/**
 * Of a figure's vintages the one that the writer of `of` had before him: that of the same edition, else what was last known before
 * it, else what came first after. Superseded revisions are out.
 * @param vintages oldest first.
 */
export function chooseVintage<Row extends ObservationRow>(
  of: Pick<ObservationRow, 'edition' | 'knownFrom'>,
  vintages: readonly Row[],
): Row | null {
  const current = vintages.filter(({ supersededFrom }) => supersededFrom === null);
  return (
    current.findLast(({ edition }) => edition === of.edition) ??
    current.findLast(({ knownFrom }) => knownFrom <= of.knownFrom) ??
    current[0] ??
    null
  );
}

import type { Decimal } from '../decimal.ts';
import type { ObservationRow } from '../store/rows.ts';
import { compareVintages } from '../series.ts';
import { grouped } from '../grouped.ts';
import { comparePeriods } from '../time-period/order.ts';
import { parseTimePeriod } from '../time-period/parse.ts';
import { percentChange } from './arithmetic/percent-change.ts';
import { shownValue } from './arithmetic/significant-digits.ts';
import { comparablePeriods } from './figures/comparable-periods.ts';
import type { Evidence } from './figures/evidence.ts';
import type { HeldFigure } from './figures/held-figure.ts';
import { levelOf } from './figures/level-of.ts';
import { sameMoment } from './figures/same-moment.ts';

/** A change between two figures that follow each other in a series and that nobody compares. */
export interface NeighbouringChange {
  readonly before: HeldFigure;
  readonly after: HeldFigure;
  readonly change: Decimal;
  /** To ten significant digits; null from a base of zero. */
  readonly percent: Decimal | null;
}

/**
 * Neighbouring figures that nobody compared: 9.637 commune stations in one document, 9.534 in the next, a fall of 103. Of each period the
 * latest vintage with a value counts; periods that cannot be compared (a month, a quarter) are no neighbours. What is printed only to
 * compare with (May's revenue) may be the first of the two and not the second: nobody tells it for its own sake.
 * @param rows observations of any series.
 */
export function neighbouringChanges(
  rows: readonly ObservationRow[],
  evidence: Evidence,
): readonly NeighbouringChange[] {
  const levels = rows
    .filter(({ supersededFrom }) => supersededFrom === null)
    .toSorted(compareVintages)
    .map((row) => levelOf(row, evidence))
    .filter(({ value }) => value !== null);
  const latest = new Map(levels.map((level) => [level.row.vintageKey, level]));
  const ordered = [...latest.values()].sort((a, b) =>
    comparePeriods(parseTimePeriod(a.row.period), parseTimePeriod(b.row.period)),
  );
  const ofSeries = grouped(ordered, ({ row }) => row.seriesKey);
  const vintages = grouped(rows, ({ vintageKey }) => vintageKey);
  return ordered.flatMap((before) => {
    const after = ofSeries.get(before.row.seriesKey)?.find((later) => areNeighbours(before, later, evidence));
    if (after === undefined || after.row.role === 'BASE') return [];
    if (areCompared(before, vintages.get(after.row.vintageKey) ?? [])) return [];
    return changeBetween(before, after) ?? [];
  });
}

function areNeighbours(before: HeldFigure, after: HeldFigure, evidence: Evidence): boolean {
  const { kind } = evidence.indicator(after.row.indicator).unit;
  return (
    before.row.periodEnd < after.row.periodEnd &&
    comparablePeriods(parseTimePeriod(after.row.period), parseTimePeriod(before.row.period), {
      basis: after.row.basis,
      kind,
    })
  );
}

/** True where any edition states a change from the one. @param after every vintage of the other. */
function areCompared(before: HeldFigure, after: readonly ObservationRow[]): boolean {
  const moments = sameMoment(before.row.period, before.row.basis);
  return after.some(({ comparisons }) =>
    comparisons.some(({ basePeriod }) => basePeriod !== null && moments.includes(basePeriod)),
  );
}

/** The change from one figure to a later one; null where either has no value. */
export function changeBetween(before: HeldFigure, after: HeldFigure): NeighbouringChange | null {
  if (before.value === null || after.value === null) return null;
  const percent = percentChange(after.value, before.value);
  return { before, after, change: after.value.minus(before.value), percent: percent && shownValue(percent) };
}

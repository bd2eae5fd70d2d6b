import { toDecimal128 } from '../decimal.ts';
import type { ObservationRow } from '../store/rows.ts';
import { parseTimePeriod } from '../time-period/parse.ts';
import { seriesKey, vintageKey } from '../load/observation-keys.ts';
import { shownInterval, shownValue } from './arithmetic/significant-digits.ts';
import { hasComparableBase } from './base-key.ts';
import { isDifference, possibleUnits, readChange } from './changes/reading.ts';
import { dimensionsOf } from './figures/dimensions.ts';
import type { Evidence } from './figures/evidence.ts';
import type { HeldFigure, StatedChange } from './figures/held-figure.ts';
import { levelOf } from './figures/level-of.ts';

/**
 * The figure of the base period that a stated change implies: status IMPLIED, to ten significant digits, with the interval that the digits
 * of both allow. It is not rounded to whole things: that none fits is for the auditor to find. Null where the change is in words, from no
 * stated time or from another body's level, where the figure is not known, and where percent and points cannot be told apart.
 */
export function impliedFigure(change: StatedChange, evidence: Evidence): HeldFigure | null {
  const { comparison, of } = change;
  const { basePeriod } = comparison;
  if (basePeriod === null || comparison.base === 'BENCHMARK' || !hasComparableBase(change, evidence))
    return null;
  const indicator = evidence.indicator(of.indicator);
  const figure = levelOf(of, evidence);
  const possible = possibleUnits(comparison.printedUnit, indicator)
    .map((unit) => readChange(unit, change, figure, null, indicator))
    .filter(({ implied }) => implied !== null && implied.interval !== null);
  const [only, other] = possible;
  if (!only?.implied?.interval || !only.implied.value || other) return null;
  const exact = isDifference(only.unit);
  const value = exact ? only.implied.value : shownValue(only.implied.value);
  return {
    row: impliedRow(of, basePeriod, value),
    value,
    interval: exact ? only.implied.interval : shownInterval(only.implied.interval),
    operands: [],
    impliedBy: change,
  };
}

function impliedRow(
  of: ObservationRow,
  basePeriod: string,
  value: NonNullable<HeldFigure['value']>,
): ObservationRow {
  const period = parseTimePeriod(basePeriod);
  const series = seriesKey({ ...dimensionsOf(of), forecast: false });
  const key = vintageKey(series, period.id);
  return {
    ...of,
    _id: `${sectorOf(of)}:implied:${of.edition}:${key}`,
    digest: '',
    seriesKey: series,
    vintageKey: key,
    period: period.id,
    periodStart: period.start,
    periodEnd: period.end,
    inferred: null,
    forecast: false,
    value: toDecimal128(value),
    lower: null,
    upper: null,
    qualifier: 'ABOUT',
    resolution: null,
    multiplied: false,
    outOf: null,
    status: 'IMPLIED',
    role: 'BASE',
    comparisons: [],
    revised: null,
    citation: null,
  };
}

/** Ids begin with the sector's code. */
function sectorOf({ _id }: ObservationRow): string {
  return _id.slice(0, _id.indexOf(':'));
}

/** The figure with the narrowest interval, a point before all; of equals the first stated. */
export function sharpest(figures: readonly HeldFigure[]): HeldFigure | null {
  return figures.reduce<HeldFigure | null>(
    (best, figure) => (best === null || isSharper(figure, best) ? figure : best),
    null,
  );
}

function isSharper(a: HeldFigure, b: HeldFigure): boolean {
  const [ofA, ofB] = [widthOf(a), widthOf(b)];
  return ofA !== null && (ofB === null || ofA.lt(ofB));
}

function widthOf({ interval: { lower, upper } }: HeldFigure) {
  return lower === null || upper === null ? null : upper.minus(lower);
}

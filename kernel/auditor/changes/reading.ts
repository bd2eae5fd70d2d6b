import type { IndicatorRow } from '../../store/rows.ts';
import type { ChangeUnit } from '../../vocabulary.ts';
import { isKnown, type HeldFigure, type Quantity, type StatedChange } from '../figures/held-figure.ts';
import { judge } from '../judge.ts';
import type { Verdict } from '../verdicts.ts';
import { computedChange } from './computed-change.ts';
import { impliedBase, type ImpliedBase } from './implied-base.ts';
import { directionInterval, statedValue, type StatedValue } from './stated-value.ts';

/** A stated change, read in one unit, and what the figures say of it. */
export interface ChangeReading {
  readonly unit: ChangeUnit;
  /** Null where words alone are printed. */
  readonly stated: StatedValue | null;
  /** Null without a base, and from a base of zero. */
  readonly computed: Quantity | null;
  /** The base that the statement implies, where it is a number and the figure is known. */
  readonly implied: ImpliedBase | null;
  readonly verdict: Exclude<Verdict, 'AMBIGUOUS'>;
}

/**
 * The units in which a change may be meant. "%" of a percentage is either, for briefings print it for points as well; of words alone, the unit
 * in which the answer is computed.
 */
export function possibleUnits(printedUnit: ChangeUnit | null, { unit }: IndicatorRow): readonly ChangeUnit[] {
  const percentage = unit.kind === 'SHARE' || unit.kind === 'PERCENT';
  if (printedUnit === 'PERCENT' && percentage) return ['PERCENT', 'PERCENTAGE_POINT'];
  return [printedUnit ?? (percentage ? 'PERCENTAGE_POINT' : 'PERCENT')];
}

/** True of units whose changes are differences: exact as the figures are, where a quotient is rounded for show. */
export function isDifference(unit: ChangeUnit): boolean {
  return unit === 'ABSOLUTE' || unit === 'PERCENTAGE_POINT';
}

/**
 * Reads the change in one unit. With a base, the change is computed and judged. Without one, it can still be impossible: where no
 * figure that the unit allows can have been its base.
 */
export function readChange(
  unit: ChangeUnit,
  { comparison }: StatedChange,
  figure: Quantity,
  base: HeldFigure | null,
  { unit: { kind } }: IndicatorRow,
): ChangeReading {
  const { direction } = comparison;
  const stated = statedValue(comparison, unit, kind);
  const known = isKnown(figure);
  const implied = stated !== null && known ? impliedBase(unit, direction, figure, stated, kind) : null;
  const computed = known && base !== null ? computedChange(unit, direction, figure, base) : null;
  if (computed !== null) {
    const verdict = judge(stated?.interval ?? directionInterval(direction), computed);
    return { unit, stated, computed, implied, verdict };
  }
  const impossible = implied !== null && implied.interval === null;
  return { unit, stated, computed, implied, verdict: impossible ? 'INCONSISTENT' : 'BASE_MISSING' };
}

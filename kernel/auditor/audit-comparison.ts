import type { Decimal } from '../decimal.ts';
import type { Interval } from '../interval/interval.ts';
import type { ComparisonRow, IndicatorRow } from '../store/rows.ts';
import type { Bilingual, ChangeUnit } from '../vocabulary.ts';
import { shownInterval, shownValue } from './arithmetic/significant-digits.ts';
import { isDifference, possibleUnits, readChange, type ChangeReading } from './changes/reading.ts';
import { directionInterval } from './changes/stated-value.ts';
import { explainChange } from './explanation/explain-change.ts';
import type { HeldFigure } from './figures/held-figure.ts';
import { doubleRounding } from './slips/double-rounding.ts';
import { likelySlip, type LikelySlip } from './slips/likely-slip.ts';
import { pointsAsPercent } from './slips/points-as-percent.ts';
import { roundedTooFar } from './slips/rounded-too-far.ts';
import { wrongBase } from './slips/wrong-base.ts';
import { wrongSign } from './slips/wrong-sign.ts';
import type { Slip, Verdict } from './verdicts.ts';

export interface Reading {
  readonly unit: ChangeUnit;
  readonly computed: Decimal | null;
  readonly interval: Interval | null;
  readonly verdict: Verdict;
}
/** What the auditor says of a stated change. Computed values have ten significant digits. */
export interface AuditedComparison {
  /** As meant; null where words alone are printed, and where percent and points cannot be told apart. */
  readonly unit: ChangeUnit | null;
  readonly computed: Decimal | null;
  readonly interval: Interval | null;
  /** One, or both where percent and points cannot be told apart. */
  readonly readings: readonly Reading[];
  readonly verdict: Verdict;
  readonly slip: Slip | null;
  readonly explanation: Bilingual;
  readonly baseObservation: HeldFigure | null;
}
export interface ComparisonToAudit {
  readonly comparison: ComparisonRow;
  /** The figure that has changed. */
  readonly of: HeldFigure;
  /** The figure it is measured from, of a period that can be compared; null where none is held. */
  readonly base: HeldFigure | null;
  readonly indicator: IndicatorRow;
}

/**
 * Computes a stated change from its two figures and judges it. "%" of a percentage is read as percent and as points: a reading that
 * arithmetic rules out is dropped; where both stand, the verdict is AMBIGUOUS, and where neither does, INCONSISTENT.
 */
export function auditComparison({ comparison, of, base, indicator }: ComparisonToAudit): AuditedComparison {
  const change = { comparison, of: of.row };
  const readings = possibleUnits(comparison.printedUnit, indicator).map((unit) =>
    readChange(unit, change, of, base, indicator),
  );
  const possible = readings.filter(({ verdict }) => verdict !== 'INCONSISTENT');
  const [only, second] = possible.length > 0 ? possible : readings;
  const decided = second === undefined ? only : undefined;
  const meant = decided?.stated ? decided.unit : null;
  const verdict = decided?.verdict ?? (possible.length > 0 ? 'AMBIGUOUS' : 'INCONSISTENT');
  const slip =
    pointsAsPercent(comparison.printedUnit, meant) ??
    likelySlip(
      verdict,
      (decided === undefined ? readings : [decided]).map(
        (reading) => () => slipOf(reading, of, base, indicator, comparison),
      ),
    );
  return {
    unit: meant,
    ...shown(decided),
    readings: (decided === undefined ? readings : [decided]).map((reading) => ({
      unit: reading.unit,
      ...shown(reading),
      verdict: reading.verdict,
    })),
    verdict,
    slip: slip?.slip ?? null,
    explanation: explainChange({ comparison, of, base, indicator, readings, decided, verdict, slip }),
    baseObservation: base,
  };
}

function shown(reading: ChangeReading | undefined): { computed: Decimal | null; interval: Interval | null } {
  if (!reading?.computed) return { computed: null, interval: null };
  const { value, interval } = reading.computed;
  if (isDifference(reading.unit)) return { computed: value, interval };
  return { computed: value && shownValue(value), interval: shownInterval(interval) };
}

function slipOf(
  { unit, verdict, stated, computed }: ChangeReading,
  of: HeldFigure,
  base: HeldFigure | null,
  { unit: indicatorUnit }: IndicatorRow,
  { direction }: ComparisonRow,
): LikelySlip | null {
  const value = computed?.value ?? null;
  if (value === null) return null;
  if (stated === null) return likelySlip(verdict, [() => wrongSign(directionInterval(direction), value)]);
  const [figure, from] = [of.value, base?.value ?? null];
  const inPercent = unit === 'PERCENT' && figure !== null && from !== null;
  return likelySlip(verdict, [
    () => (unit === 'MULTIPLE' ? null : wrongSign(stated.interval, value)),
    () => (inPercent ? wrongBase(stated, figure, from, indicatorUnit) : null),
    () => doubleRounding(stated, value),
    () => roundedTooFar(stated, value),
  ]);
}

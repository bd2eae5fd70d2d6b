import { Decimal, fromDecimal128 } from '../../decimal.ts';
import { pointInterval } from '../../interval/interval.ts';
import type { IndicatorRow, ObservationRow } from '../../store/rows.ts';
import type { Language } from '../../vocabulary.ts';
import { shownInterval, shownValue } from '../arithmetic/significant-digits.ts';
import { shareInterval, shareOfValues } from '../arithmetic/share.ts';
import { chooseVintage } from '../base-key.ts';
import type { StatedValue } from '../changes/stated-value.ts';
import { unitSuffix } from '../explanation/change-unit-text.ts';
import { sameGroup, vintageKeys } from '../figures/dimensions.ts';
import type { CatalogueRows, Evidence } from '../figures/evidence.ts';
import type { HeldFigure, Quantity } from '../figures/held-figure.ts';
import { printedFigure } from '../figures/printed-figure.ts';
import { judge } from '../judge.ts';
import { doubleRounding } from '../slips/double-rounding.ts';
import { likelySlip } from '../slips/likely-slip.ts';
import { roundedTooFar } from '../slips/rounded-too-far.ts';
import { wrongTotal } from '../slips/wrong-total.ts';
import { findingId, type Finding } from './check-rule.ts';
import { explainCheck } from './check-text.ts';
import { otherWholes } from './other-wholes.ts';
import { missingOperands, nothingToDivideBy, quotientFormula } from './quotient-text.ts';
import { statedFigure } from './stated-figure.ts';

/** What SHARE and RATIO need: the counts above and below the line. */
export function quotientKeys(row: ObservationRow, catalogue: CatalogueRows): readonly string[] {
  const { numerators = [], denominators = [] } = catalogue.get(row.indicator) ?? {};
  return [...numerators, ...denominators].flatMap((code) => {
    const indicator = catalogue.get(code);
    return indicator === undefined ? [] : vintageKeys(sameGroup(row, indicator), row.period);
  });
}

/**
 * A stated quotient against its numerators and denominators, for the same time and group; where a denominator is not printed by itself,
 * against the whole that the numerators are out of ("46/63"). With neither, the statement stands alone: BASE_MISSING.
 * @param factor 100 for a percentage, 1 for a ratio.
 */
export function quotientFinding(
  kind: 'SHARE' | 'RATIO',
  row: ObservationRow,
  indicator: IndicatorRow,
  factor: Decimal,
  evidence: Evidence,
): Finding | null {
  const stated = statedFigure(row, evidence);
  if (stated === null) return null;
  const above = heldOf(indicator.numerators, row, evidence);
  const below = heldOf(indicator.denominators, row, evidence);
  const wholes = below.length === indicator.denominators.length ? below : outOf(above);
  const missing = [...indicator.numerators, ...indicator.denominators].filter(
    (code) => ![...above, ...below].some((figure) => figure.row.indicator === code),
  );
  const held = {
    id: findingId(row, kind, null),
    kind,
    subject: row,
    operands: [...above, ...below].map((figure) => figure.row),
    stated: stated.value,
    citation: row.citation,
  };
  const computed = quotientOf(above, wholes, factor);
  if (above.length < indicator.numerators.length || wholes.length === 0 || computed === null)
    return {
      ...held,
      computed: null,
      interval: null,
      verdict: 'BASE_MISSING',
      slip: null,
      explanation:
        missing.length > 0
          ? missingOperands(missing.map((code) => evidence.indicator(code).name))
          : nothingToDivideBy,
    };
  return { ...held, ...judged(stated, computed, above, wholes, indicator, factor) };
}

/** The figures of these indicators, as far as they are held with a value. */
function heldOf(codes: readonly string[], row: ObservationRow, evidence: Evidence): readonly HeldFigure[] {
  return codes.flatMap((code) => {
    const vintages = evidence.vintages(sameGroup(row, evidence.indicator(code)), row.period);
    const chosen = chooseVintage(
      row,
      vintages.filter(({ value }) => value !== null),
    );
    return chosen === null ? [] : [printedFigure(chosen, evidence)];
  });
}

/** The wholes that the counts are printed out of; none unless all of them are. */
function outOf(above: readonly HeldFigure[]): readonly Quantity[] {
  const wholes = above.flatMap(({ row }) => (row.outOf === null ? [] : [fromDecimal128(row.outOf)]));
  return wholes.length < above.length
    ? []
    : wholes.map((value) => ({ value, interval: pointInterval(value) }));
}

function quotientOf(
  above: readonly Quantity[],
  below: readonly Quantity[],
  factor: Decimal,
): Quantity | null {
  const interval = shareInterval(intervalsOf(above), intervalsOf(below), factor);
  return interval && { interval, value: shareOfValues(valuesOf(above), valuesOf(below), factor) };
}

function judged(
  stated: StatedValue,
  computed: Quantity,
  above: readonly Quantity[],
  below: readonly Quantity[],
  { unit }: IndicatorRow,
  factor: Decimal,
): Pick<Finding, 'computed' | 'interval' | 'verdict' | 'slip' | 'explanation'> {
  const { value, interval } = computed;
  const verdict = judge(stated.interval, computed);
  const [numerators, denominators] = [valuesOf(above), valuesOf(below)];
  const slip =
    value === null
      ? null
      : likelySlip(verdict, [
          () => doubleRounding(stated, value),
          () => roundedTooFar(stated, value),
          () => wrongTotal(stated.interval, otherWholes(numerators, denominators, factor)),
        ]);
  return {
    computed: value && shownValue(value),
    interval: shownInterval(interval),
    verdict,
    slip: slip?.slip ?? null,
    explanation: explainCheck({
      formula: (language: Language) =>
        quotientFormula(numerators, denominators, value, stated, unit, language),
      stated,
      unit,
      computed,
      suffix: (language) => unitSuffix(unit, language),
      verdict,
      slip,
    }),
  };
}

function valuesOf(figures: readonly Quantity[]): readonly Decimal[] {
  return figures.flatMap(({ value }) => (value === null ? [] : [value]));
}

function intervalsOf(figures: readonly Quantity[]): ReadonlyArray<Quantity['interval']> {
  return figures.map(({ interval }) => interval);
}

import type { ObservationRow, UnitRow } from '../../store/rows.ts';
import type { Bilingual, Language } from '../../vocabulary.ts';
import { sumOfIntervals, sumOfValues } from '../arithmetic/sum.ts';
import type { StatedValue } from '../changes/stated-value.ts';
import { figureText, unitSuffix } from '../explanation/change-unit-text.ts';
import { inBoth } from '../explanation/number-text.ts';
import { scaledNumbers } from '../explanation/scaled-numbers.ts';
import { sentences } from '../explanation/verdict-text.ts';
import type { Evidence } from '../figures/evidence.ts';
import type { HeldFigure, Quantity } from '../figures/held-figure.ts';
import { judge } from '../judge.ts';
import { likelySlip } from '../slips/likely-slip.ts';
import { roundedTooFar } from '../slips/rounded-too-far.ts';
import { wrongTotal } from '../slips/wrong-total.ts';
import { findingId, type CheckRule, type Finding } from './check-rule.ts';
import { explainCheck } from './check-text.ts';
import { otherSums } from './other-sums.ts';
import { statedFigure } from './stated-figure.ts';

export interface SumToCheck {
  readonly kind: CheckRule['kind'];
  readonly row: ObservationRow;
  /** What tells two sums of a kind and a row apart. */
  readonly of: string | null;
  /** Those that are held with a value. */
  readonly terms: readonly HeldFigure[];
  /** How many terms are not held. */
  readonly missing: number;
}

/**
 * A printed total against the sum of its terms. With terms missing, the rest of them can still reach the total or pass it; where it falls
 * short there is nothing to judge: BASE_MISSING. Null without a printed total or without terms.
 */
export function sumFinding(sum: SumToCheck, evidence: Evidence): Finding | null {
  const { kind, row, of, missing } = sum;
  const stated = statedFigure(row, evidence);
  const terms = sum.terms.filter(({ value }) => value !== null);
  const values = terms.flatMap(({ value }) => (value === null ? [] : [value]));
  if (stated === null || values.length === 0) return null;
  const { unit } = evidence.indicator(row.indicator);
  const value = sumOfValues(values);
  const interval = sumOfIntervals(terms.map((term) => term.interval));
  const computed: Quantity =
    missing === 0
      ? { value, interval }
      : { value, interval: { ...interval, upper: null, upperIncluded: false } };
  const judged = judge(stated.interval, computed);
  const short = missing > 0 && (judged === 'ROUNDING' || (judged === 'CONSISTENT' && values.length === 1));
  const verdict = short ? 'BASE_MISSING' : judged;
  const slip =
    missing > 0
      ? null
      : likelySlip(verdict, [
          () => roundedTooFar(stated, value),
          () => wrongTotal(stated.interval, otherSums(values, unit)),
        ]);
  const numbers = scaledNumbers([stated.value, ...values], unit);
  const plain = numbers.note.vi === '';
  const formula = (language: Language) => {
    const note = plain ? '' : `${language === 'VI' ? numbers.note.vi : numbers.note.en}, `;
    const left = values.map((term) => numbers.text(term, language)).join(' + ');
    if (values.length > 1) return `${note}${left} = ${numbers.text(value, language)}`;
    return language === 'VI' ? `${note}mới có số ${left}` : `${note}the only term held is ${left}`;
  };
  const explained = explainCheck({
    formula,
    factor: numbers.factor,
    stated,
    unit,
    computed,
    suffix: (language) => (plain ? unitSuffix(unit, language) : ''),
    verdict,
    slip,
  });
  return {
    id: findingId(row, kind, of),
    kind,
    subject: row,
    operands: terms.map((term) => term.row),
    stated: stated.value,
    computed: short ? null : value,
    interval: short ? null : computed.interval,
    verdict,
    slip: slip?.slip ?? null,
    explanation: short ? shortText(formula, stated, unit, missing) : explained,
    citation: row.citation,
  };
}

/** What can be said while terms are missing: that those which are held do not pass the total. */
function shortText(
  formula: (language: Language) => string,
  stated: StatedValue,
  unit: UnitRow,
  missing: number,
): Bilingual {
  return inBoth((language) => {
    const total = figureText(stated, unit, language);
    return language === 'VI'
      ? sentences([
          `${formula(language)}; chưa vượt tổng ${total} đã nêu.`,
          `Còn thiếu ${missing} số hạng nên chưa cộng lại được.`,
        ])
      : sentences([
          `${formula(language)}, which does not pass the ${total} that is stated.`,
          `${missing} more ${missing === 1 ? 'term is' : 'terms are'} not held, so that the total cannot be added up.`,
        ]);
  });
}

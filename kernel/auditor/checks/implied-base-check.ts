import { displayFigure } from '../../display-figure.ts';
import { figureOf } from '../../figure.ts';
import { parseTimePeriod } from '../../time-period/parse.ts';
import { periodLabel } from '../../time-period/label.ts';
import { baseKeys, componentKeys, heldBase } from '../base-key.ts';
import { cutText, inBoth, numberText } from '../explanation/number-text.ts';
import { intervalText } from '../explanation/interval-text.ts';
import { verdictWords } from '../explanation/verdict-text.ts';
import type { Evidence } from '../figures/evidence.ts';
import type { HeldFigure, StatedChange } from '../figures/held-figure.ts';
import { impliedFigure } from '../implied-figure.ts';
import { judge } from '../judge.ts';
import { findingId, type CheckRule, type Finding } from './check-rule.ts';
import { wholeCount } from './whole-count.ts';

/**
 * IMPLIED_BASE: the figure that a stated change implies for its base, against one that another edition prints; and, of things that are
 * counted, whether any whole number is among what it can be. Where the base is printed in the same edition, the comparison itself is the check.
 */
export const impliedBaseCheck: CheckRule = {
  kind: 'IMPLIED_BASE',
  keys: (row, catalogue) => [
    ...componentKeys(row, row.period, catalogue),
    ...row.comparisons.flatMap((comparison) => baseKeys({ comparison, of: row }, catalogue)),
  ],
  findings: (row, evidence) =>
    row.comparisons.flatMap((comparison, index) => {
      const change = { comparison, of: row };
      const printed = heldBase(change, evidence);
      const implied = impliedFigure(change, evidence);
      if (implied === null || printed?.row.edition === row.edition) return [];
      return [
        printed && againstPrinted(implied, printed, index, change, evidence),
        againstWholeNumbers(implied, index, change, evidence),
      ].filter((finding) => finding !== null);
    }),
};

function againstPrinted(
  implied: HeldFigure,
  printed: HeldFigure,
  index: number,
  { comparison, of }: StatedChange,
  evidence: Evidence,
): Finding {
  const verdict = judge(printed.interval, implied);
  const { unit } = evidence.indicator(of.indicator);
  return {
    id: findingId(of, 'IMPLIED_BASE', String(index + 1)),
    kind: 'IMPLIED_BASE',
    subject: of,
    operands: [printed.row],
    stated: printed.value,
    computed: implied.value,
    interval: implied.interval,
    verdict,
    slip: null,
    explanation: inBoth((language) => {
      const when = periodLabel(parseTimePeriod(implied.row.period), language);
      const value = implied.value === null ? '' : cutText(implied.value, 3, language);
      const words = verdictWords(verdict, displayFigure(figureOf(printed.row), unit, language), language);
      return language === 'VI'
        ? `Mức thay đổi đã nêu suy ra số của ${when} là ${value}; ở kỳ ${printed.row.edition} ${words}.`
        : `The stated change implies ${value} for ${when}; in the edition ${printed.row.edition} ${words}.`;
    }),
    citation: comparison.citation,
  };
}

function againstWholeNumbers(
  implied: HeldFigure,
  index: number,
  { comparison, of }: StatedChange,
  evidence: Evidence,
): Finding | null {
  const whole = wholeCount(implied, of, evidence);
  if (whole === 'UNTESTED') return null;
  const { value, interval } = implied;
  return {
    id: findingId(of, 'IMPLIED_BASE', `${index + 1}:whole`),
    kind: 'IMPLIED_BASE',
    subject: of,
    operands: [],
    stated: null,
    computed: value,
    interval,
    verdict: whole === null ? 'INCONSISTENT' : 'CONSISTENT',
    slip: null,
    explanation: inBoth((language) => {
      const range = intervalText(interval, null, 3, '', language);
      const when = periodLabel(parseTimePeriod(implied.row.period), language);
      const number = whole === null ? null : numberText(whole, language);
      if (language === 'VI')
        return `Mức thay đổi đã nêu suy ra số của ${when} ${range}: ${number === null ? 'không có số nguyên nào trong khoảng đó, mà đây là số đếm' : `số nguyên duy nhất trong khoảng đó là ${number}`}.`;
      return `The stated change implies a figure of ${when} ${range}: ${number === null ? 'no whole number lies there, and things are counted' : `the one whole number there is ${number}`}.`;
    }),
    citation: comparison.citation,
  };
}

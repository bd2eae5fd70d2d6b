import type { Decimal } from '../../decimal.ts';
import { displayFigure } from '../../display-figure.ts';
import { figureOf } from '../../figure.ts';
import { parseTimePeriod } from '../../time-period/parse.ts';
import { periodLabel } from '../../time-period/label.ts';
import type { Language } from '../../vocabulary.ts';
import { baseKeys, componentKeys, heldBase } from '../base-key.ts';
import { inBoth, numberText } from '../explanation/number-text.ts';
import { impliedFrom } from '../explanation/implied-from.ts';
import { intervalText } from '../explanation/interval-text.ts';
import { sentences, verdictWords } from '../explanation/verdict-text.ts';
import type { Evidence } from '../figures/evidence.ts';
import type { HeldFigure, StatedChange } from '../figures/held-figure.ts';
import { levelOf } from '../figures/level-of.ts';
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
      const words = verdictWords(verdict, displayFigure(figureOf(printed.row), unit, language), language);
      return sentences([
        ...impliedSentences(implied, { comparison, of }, evidence, language),
        language === 'VI'
          ? `Ở kỳ ${printed.row.edition} ${words}.`
          : `In the edition ${printed.row.edition} ${words}.`,
      ]);
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
    explanation: inBoth((language) =>
      sentences([
        ...impliedSentences(implied, { comparison, of }, evidence, language),
        wholeText(intervalText(interval, null, 3, '', language), whole, language),
      ]),
    ),
    citation: comparison.citation,
  };
}

/** "Tháng 6/2020: số gốc phải là 521 ÷ 0,9981 = 521,991… sự cố." */
function impliedSentences(
  implied: HeldFigure,
  change: StatedChange,
  evidence: Evidence,
  language: Language,
): readonly string[] {
  const when = periodLabel(parseTimePeriod(implied.row.period), language);
  const of = levelOf(change.of, evidence);
  const indicator = evidence.indicator(change.of.indicator);
  return impliedFrom(change, of, indicator, language).map((text) => `${when}: ${text}`);
}

function wholeText(range: string, whole: Decimal | null, language: Language): string {
  const number = whole === null ? null : numberText(whole, language);
  if (language === 'VI')
    return number === null
      ? `Với độ chính xác đã in, số đó nằm ${range}: không có số nguyên nào trong khoảng này, mà đây là số đếm.`
      : `Với độ chính xác đã in, số đó nằm ${range}: số nguyên duy nhất trong khoảng này là ${number}.`;
  return number === null
    ? `With the printed precision it lies ${range}: there is no whole number there, and things are counted.`
    : `With the printed precision it lies ${range}: the one whole number there is ${number}.`;
}

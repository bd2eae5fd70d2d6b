import { displayFigure } from '../../display-figure.ts';
import { figureOf } from '../../figure.ts';
import type { ObservationRow } from '../../store/rows.ts';
import { inBoth } from '../explanation/number-text.ts';
import { verdictWords } from '../explanation/verdict-text.ts';
import type { Evidence } from '../figures/evidence.ts';
import { levelOf } from '../figures/level-of.ts';
import { judge } from '../judge.ts';
import type { Finding } from './check-rule.ts';
import { statedFigure } from './stated-figure.ts';

/** Whether a figure says what another one says of the same thing: "8,1" bears out "8,10" and not the other way round. Null where it prints no value. */
export function sameFigure(
  row: ObservationRow,
  other: ObservationRow,
  evidence: Evidence,
): Pick<Finding, 'stated' | 'computed' | 'interval' | 'verdict' | 'explanation'> | null {
  const stated = statedFigure(row, evidence);
  if (stated === null) return null;
  const level = levelOf(other, evidence);
  const verdict = judge(stated.interval, level);
  const { unit } = evidence.indicator(row.indicator);
  return {
    stated: stated.value,
    computed: level.value,
    interval: level.interval,
    verdict,
    explanation: inBoth((language) => {
      const [first, second] = [level.row, row].map((shown) => displayFigure(figureOf(shown), unit, language));
      return `${first ?? ''}; ${verdictWords(verdict, second ?? '', language)}.`;
    }),
  };
}

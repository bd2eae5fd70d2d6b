import type { IndicatorRow } from '../../store/rows.ts';
import type { Language } from '../../vocabulary.ts';
import { possibleUnits, readChange } from '../changes/reading.ts';
import type { Quantity, StatedChange } from '../figures/held-figure.ts';
import { impliedText } from './implied-text.ts';

/** How the base that a stated change implies comes about, once for each way to read the change. */
export function impliedFrom(
  change: StatedChange,
  of: Quantity,
  indicator: IndicatorRow,
  language: Language,
): readonly string[] {
  return possibleUnits(change.comparison.printedUnit, indicator)
    .map((unit) => readChange(unit, change, of, null, indicator))
    .filter(({ implied }) => implied?.interval != null)
    .map((reading) => impliedText(reading, of, indicator.unit, language));
}

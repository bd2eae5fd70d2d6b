import { Decimal } from '../../decimal.ts';
import type { StatedValue } from '../changes/stated-value.ts';
import { cutText, decimalsOf, inBoth, numberText } from '../explanation/number-text.ts';
import type { LikelySlip } from './likely-slip.ts';

/** One step more than anyone shows a result with. */
const MOST_STEPS = 4;

/**
 * DOUBLE_ROUNDING: 61.446 is 61.4, but rounded to 61.45 first it becomes 61.5. Rounding in several stages is what ISO 80000-1:2009,
 * annex B, warns of. The result is taken to up to four more digits than are printed and rounded back a digit at a time.
 */
export function doubleRounding(stated: StatedValue, computed: Decimal): LikelySlip | null {
  const { value, resolution, qualifier } = stated;
  if (resolution === null || qualifier !== 'EXACT' || computed.toNearest(resolution).eq(value)) return null;
  for (let steps = 1; steps <= MOST_STEPS; steps += 1) {
    const stages = roundedInStages(computed, resolution, steps);
    if (stages.at(-1)?.eq(value) !== true) continue;
    const because = inBoth((language) => {
      const chain = [
        cutText(computed, decimalsOf(resolution, value) + steps + 2, language),
        ...stages.map((stage) => numberText(stage, language)),
      ].join(' → ');
      return language === 'VI'
        ? `Có thể đã làm tròn hai lần: ${chain}.`
        : `It was probably rounded twice: ${chain}.`;
    });
    return { slip: 'DOUBLE_ROUNDING', because };
  }
  return null;
}

function roundedInStages(computed: Decimal, resolution: Decimal, steps: number): readonly Decimal[] {
  const stages: Decimal[] = [];
  for (let step = steps; step >= 0; step -= 1)
    stages.push((stages.at(-1) ?? computed).toNearest(resolution.div(new Decimal(10).pow(step))));
  return stages;
}

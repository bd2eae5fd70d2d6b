import { Decimal } from '../../decimal.ts';
import { intervalContains } from '../../interval/interval.ts';
import type { UnitRow } from '../../store/rows.ts';
import type { StatedValue } from '../changes/stated-value.ts';
import { cutText, decimalsOf, inBoth } from '../explanation/number-text.ts';
import { scaledNumbers } from '../explanation/scaled-numbers.ts';
import type { LikelySlip } from './likely-slip.ts';

/**
 * WRONG_BASE: a change in percent that is right once it is divided by the later figure in place of the earlier one. From 8,1 to 7,39
 * is −8.8%; 8,1 ÷ 7,39 − 1 is 9.6%.
 */
export function wrongBase(
  stated: StatedValue,
  figure: Decimal,
  base: Decimal,
  unit: UnitRow,
): LikelySlip | null {
  if (figure.lte(0)) return null;
  const ofFigure = figure.minus(base).times(100).div(figure);
  if (!intervalContains(stated.interval, ofFigure)) return null;
  const numbers = scaledNumbers([figure, base], unit);
  const decimals = decimalsOf(stated.resolution, stated.value) + 2;
  const because = inBoth((language) => {
    const [later, earlier] = [numbers.text(figure, language), numbers.text(base, language)];
    const result = `${cutText(ofFigure.abs(), decimals, language)}%`;
    const formula = ofFigure.lt(0) ? `${earlier} ÷ ${later} − 1` : `1 − ${earlier} ÷ ${later}`;
    return language === 'VI'
      ? `${formula} = ${result}: có thể đã chia cho số của kỳ sau.`
      : `${formula} = ${result}: the change was probably divided by the later figure.`;
  });
  return { slip: 'WRONG_BASE', because };
}

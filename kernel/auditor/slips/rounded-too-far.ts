import type { Decimal } from '../../decimal.ts';
import { unitOfLastNonZeroDigit } from '../../interval/last-digit.ts';
import type { StatedValue } from '../changes/stated-value.ts';
import { cutText, decimalsOf, inBoth, numberText } from '../explanation/number-text.ts';
import type { LikelySlip } from './likely-slip.ts';

/**
 * ROUNDED_TOO_FAR: 118.06 printed as "120" with no "khoảng". Printed zeros count as digits (kernel/interval/exact-figure.ts), so that
 * "120" says 119.5 to 120.5, and a reader takes it for that.
 */
export function roundedTooFar(stated: StatedValue, computed: Decimal): LikelySlip | null {
  const { value, resolution, qualifier } = stated;
  const unit = unitOfLastNonZeroDigit(value);
  if (resolution === null || unit === null || qualifier !== 'EXACT' || unit.lte(resolution)) return null;
  if (!computed.toNearest(unit).eq(value)) return null;
  const decimals = decimalsOf(resolution, value) + 2;
  const because = inBoth((language) => {
    const [from, to, step] = [
      cutText(computed, decimals, language),
      numberText(value, language),
      numberText(unit, language),
    ];
    return language === 'VI'
      ? `${from} làm tròn đến bội của ${step} thì thành ${to}: có thể đã làm tròn quá những chữ số được in.`
      : `${from} rounded to the nearest ${step} is ${to}: it was probably rounded further than the printed digits say.`;
  });
  return { slip: 'ROUNDED_TOO_FAR', because };
}

import { Decimal } from '../decimal.ts';

/**
 * One unit of the last digit that is not zero: 10 of 170, 10^12 of 63 nghìn tỷ, 0.01 of 82,61. Null of zero,
 * which has none.
 */
export function unitOfLastNonZeroDigit(value: Decimal): Decimal | null {
  if (value.isZero()) return null;
  const digits = value.abs().toFixed().replace('.', '');
  const trailingZeros = digits.length - digits.replace(/0+$/u, '').length;
  return new Decimal(10).pow(trailingZeros - value.decimalPlaces());
}

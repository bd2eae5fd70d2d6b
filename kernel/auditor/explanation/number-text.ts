import { Decimal, formatDecimal } from '../../decimal.ts';
import type { Bilingual, Language } from '../../vocabulary.ts';

/** A text in both languages, written once. */
export function inBoth(text: (language: Language) => string): Bilingual {
  return { vi: text('VI'), en: text('EN') };
}

/** The number in full: "−1.234,5" and "−1,234.5". The sign is a minus, for a hyphen is lost in a formula. */
export function numberText(value: Decimal, language: Language): string {
  const [thousands, point] = language === 'VI' ? ['.', ','] : [',', '.'];
  const [integer = '', fraction] = formatDecimal(value.abs()).split('.');
  const grouped = integer.replaceAll(/\B(?=(?:\d{3})+$)/gu, thousands);
  return `${value.lt(0) ? '−' : ''}${grouped}${fraction === undefined ? '' : `${point}${fraction}`}`;
}

/**
 * The number cut off behind some decimals, with "…" where digits are left out: as a calculator's window shows it. Cut, not rounded, for
 * what is at issue is often the rounding itself. A number below one is cut behind as many significant digits.
 */
export function cutText(value: Decimal, decimals: number, language: Language): string {
  const leadingZeros = value.isZero() ? 0 : Math.max(0, -value.e - 1);
  const places = decimals + leadingZeros;
  const cut = value.toDecimalPlaces(places, Decimal.ROUND_DOWN);
  if (cut.eq(value)) return numberText(value, language);
  const missing = places - cut.decimalPlaces();
  const point = language === 'VI' ? ',' : '.';
  const padding = `${cut.decimalPlaces() === 0 ? point : ''}${'0'.repeat(missing)}`;
  const sign = cut.isZero() && value.lt(0) ? '−' : '';
  return `${sign}${numberText(cut, language)}${missing === 0 ? '' : padding}…`;
}

/** How many decimals a number printed to this resolution has. */
export function decimalsOf(resolution: Decimal | null, value: Decimal): number {
  return Math.max(0, (resolution ?? value).decimalPlaces());
}

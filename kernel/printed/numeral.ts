import { Decimal } from '../decimal.ts';
import { readMultiplier } from './multiplier-words.ts';
import { readNumberWords } from './number-words.ts';
import { behind } from './words.ts';

/** Thousands in groups of three behind dots, or digits alone; then decimals behind a comma. */
const digitsShape = /^([1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,(\d+))?/u;

export interface Numeral {
  /**
   * In plain units, the multiplier and no percent sign taken into account: 18,8 nghìn tỷ is 18800000000000,
   * 61% is 61.
   */
  readonly value: Decimal;
  /** One unit of the last printed digit. */
  readonly resolution: Decimal;
  /** What the words behind the digits multiply them by, 10^12 for "nghìn tỷ"; null without such words. */
  readonly factor: Decimal | null;
  readonly percent: boolean;
  readonly rest: string;
}

/**
 * Reads digits or a number in words, with the percent sign or multiplier behind, from the beginning of a
 * text.
 */
export function readNumeral(text: string): Numeral | null {
  const number = readDigits(text) ?? readWords(text);
  if (number === null) return null;
  const percentRest = readPercent(number.rest);
  if (percentRest !== null) return { ...number, factor: null, percent: true, rest: percentRest };
  const multiplier = readMultiplier(number.rest);
  if (multiplier === null) return null;
  const { factor, rest } = multiplier;
  return {
    value: factor === null ? number.value : number.value.times(factor),
    resolution: factor === null ? number.resolution : number.resolution.times(factor),
    factor,
    percent: false,
    rest,
  };
}

interface PlainNumber {
  readonly value: Decimal;
  readonly resolution: Decimal;
  readonly rest: string;
}

function readDigits(text: string): PlainNumber | null {
  const match = digitsShape.exec(text);
  if (match === null) return null;
  const [whole, integer = '', decimals = ''] = match;
  return {
    value: new Decimal(`${integer.replaceAll('.', '')}.${decimals}0`),
    resolution: new Decimal(10).pow(-decimals.length),
    rest: text.slice(whole.length).trimStart(),
  };
}

function readWords(text: string): PlainNumber | null {
  const words = readNumberWords(text);
  return words && { value: new Decimal(words.value), resolution: new Decimal(1), rest: words.rest };
}

function readPercent(text: string): string | null {
  return text.startsWith('%') ? text.slice(1).trimStart() : behind(text, 'phần trăm');
}

import { Decimal } from '../decimal.ts';
import type { Qualifier } from '../vocabulary.ts';
import { readMultiplier } from './multiplier-words.ts';
import { readNumeral, type Numeral } from './numeral.ts';
import { readQualifier } from './qualifier-words.ts';
import { readUnitWords } from './unit-words.ts';
import { unreadable } from './unreadable.ts';
import { printedWords, readPhrase } from './words.ts';

/**
 * A figure as a Vietnamese document prints it. Figures are in plain units: "18,8 nghìn tỷ đồng" is
 * 18800000000000.
 */
export interface PrintedFigure {
  readonly qualifier: Qualifier;
  /** Null for a RANGE and an ORDER_OF_MAGNITUDE. */
  readonly value: Decimal | null;
  /** The ends of a RANGE, both included, or of an ORDER_OF_MAGNITUDE, the upper one excluded; else null. */
  readonly lower: Decimal | null;
  readonly upper: Decimal | null;
  /** The whole of "46/63". */
  readonly outOf: Decimal | null;
  /** One unit of the last printed digit, multiplier included; of a range the coarser end's. */
  readonly resolution: Decimal | null;
  /** True where a word as "triệu" multiplies the digits. */
  readonly multiplied: boolean;
  readonly percent: boolean;
  /** In NFC and lower case, as a unit's `printed` has them; "" where none stands there. */
  readonly unitWords: string;
}

/**
 * Reads [qualifier] number [multiplier] [unit words]: "khoảng 63 nghìn tỷ", "2.014.512 địa chỉ", "46/63 địa
 * phương", "700-1000 tin", "hàng chục triệu người dân", "không đăng ký". The comma is decimal and the dot
 * parts thousands, as Vietnamese documents have it. Refuses (PRINTED_FIGURE_UNREADABLE) all else, so a dot
 * that parts no group of three ("5.0"), and two figures.
 */
export function parsePrintedFigure(text: string): PrintedFigure {
  const figure = readFigure(text);
  if (figure === null)
    throw unreadable(
      'A figure as printed must be [qualifier] number [multiplier] [unit], as in "khoảng 63 nghìn tỷ đồng"',
      text,
    );
  return figure;
}

/** As parsePrintedFigure, but null where it refuses. */
export function readFigure(text: string): PrintedFigure | null {
  const words = printedWords(text);
  if (words === null) return null;
  const magnitude = readOrderOfMagnitude(words);
  if (magnitude !== null) return magnitude;
  const { qualifier, rest } = readQualifier(words);
  if (qualifier === 'EXACT') return readFrom(rest) ?? readNumber(rest, 'EXACT');
  return readNumber(rest, qualifier);
}

/**
 * "hàng chục triệu": at least ten million, and fewer than the hundred million that would be called "hàng trăm
 * triệu".
 */
function readOrderOfMagnitude(text: string): PrintedFigure | null {
  const start = readPhrase(text, [
    ['hàng', true],
    ['nhiều', true],
    ['vài', true],
  ]);
  if (start === null) return null;
  const multiplier = readMultiplier(start.rest);
  if (multiplier === null || multiplier.factor === null) return null;
  const { factor, rest } = multiplier;
  const unitWords = readUnitWords(rest);
  if (unitWords === null) return null;
  return {
    qualifier: 'ORDER_OF_MAGNITUDE',
    value: null,
    lower: factor,
    upper: factor.times(10),
    outOf: null,
    resolution: null,
    multiplied: true,
    percent: false,
    unitWords,
  };
}

/** "từ 20 đến 30 triệu", "từ 30% trở lên", "từ 30% trở xuống". */
function readFrom(text: string): PrintedFigure | null {
  const from = readPhrase(text, [['từ', true]]);
  if (from === null) return null;
  for (const [ending, qualifier] of [
    [' trở lên', 'AT_LEAST'],
    [' trở xuống', 'AT_MOST'],
  ] as const)
    if (from.rest.endsWith(ending)) return readNumber(from.rest.slice(0, -ending.length), qualifier);
  const figure = readNumber(from.rest, 'EXACT');
  return figure?.qualifier === 'RANGE' ? figure : null;
}

function readNumber(text: string, qualifier: Qualifier): PrintedFigure | null {
  const negative = /^[-\u2212](?=\d)/u.test(text);
  const numeral = readNumeral(negative ? text.slice(1) : text);
  if (numeral === null) return null;
  const range = negative ? null : readRange(numeral);
  if (range !== null) return range;
  const part = negative ? null : readPart(numeral, qualifier);
  if (part !== null) return part;
  const unitWords = readUnitWords(numeral.rest);
  if (unitWords === null) return null;
  return {
    ...plain(numeral, qualifier, unitWords),
    value: negative ? numeral.value.negated() : numeral.value,
  };
}

const rangeLink = /^(?:[-\u2013\u2014]|đến |tới |hoặc (?:có thể )?(?:tăng )?lên (?:đến |tới )?) ?/u;

/**
 * "700-1000 tin", "20-30 triệu", "0,25% - 0,3%", "0,25% hoặc có thể tăng lên 0,3%": the multiplier or sign
 * behind the second number is also the first's.
 */
function readRange(first: Numeral): PrintedFigure | null {
  const link = rangeLink.exec(first.rest);
  const second = link && readNumeral(first.rest.slice(link[0].length));
  if (!second || (first.factor !== null && second.factor === null) || (first.percent && !second.percent))
    return null;
  const factor = (first.factor === null ? second.factor : null) ?? new Decimal(1);
  const lower = first.value.times(factor);
  const unitWords = readUnitWords(second.rest);
  if (unitWords === null || lower.gte(second.value)) return null;
  return {
    ...plain(second, 'RANGE', unitWords),
    value: null,
    lower,
    upper: second.value,
    resolution: Decimal.max(first.resolution.times(factor), second.resolution),
  };
}

/** "46/63 địa phương", "49 tỉnh thành/63 tỉnh thành": a count and the whole it is out of. */
function readPart(part: Numeral, qualifier: Qualifier): PrintedFigure | null {
  const slash = /^([^/\d]*?) ?\/ ?(?=\d)/u.exec(part.rest);
  const whole = slash && readNumeral(part.rest.slice(slash[0].length));
  if (!whole || whole.rest.startsWith('/') || part.percent || whole.percent) return null;
  if (!part.value.isInteger() || !whole.value.isInteger() || part.value.gt(whole.value)) return null;
  const unitWords = readUnitWords(whole.rest === '' ? (slash[1] ?? '') : whole.rest);
  return unitWords === null ? null : { ...plain(part, qualifier, unitWords), outOf: whole.value };
}

function plain(numeral: Numeral, qualifier: Qualifier, unitWords: string): PrintedFigure {
  const { value, resolution, factor, percent } = numeral;
  const multiplied = factor !== null;
  return {
    qualifier,
    value,
    lower: null,
    upper: null,
    outOf: null,
    resolution,
    multiplied,
    percent,
    unitWords,
  };
}

import { Decimal } from '../decimal.ts';
import type { ChangeDirection, ChangeUnit, Qualifier } from '../vocabulary.ts';
import { readNumeral, type Numeral } from './numeral.ts';
import { readQualifier } from './qualifier-words.ts';
import { readUnitWords } from './unit-words.ts';
import { unreadable } from './unreadable.ts';
import { behind, printedWords, readPhrase, skipPhrases } from './words.ts';

/** A change as a Vietnamese document prints it. */
export interface PrintedChange {
  /** Null where no word tells it: "tương đương 63 xuất bản phẩm". */
  readonly direction: ChangeDirection | null;
  /** NOT_STATED where no number stands there: "giảm nhẹ". */
  readonly qualifier: Qualifier;
  /** As printed: "%" is PERCENT even where points are meant. Null without a number. */
  readonly unit: ChangeUnit | null;
  /** Never negative: the direction is the sign. "gấp đôi" is 2. Null without a number. */
  readonly stated: Decimal | null;
  /** One unit of the last printed digit; null without a number. */
  readonly resolution: Decimal | null;
  /** The words behind the number, in NFC and lower case; "" where none stands there. */
  readonly unitWords: string;
}

/** "lên" and "xuống" are none of these: "tăng lên 0,3%" tells the level, not the change. */
const directions: ReadonlyArray<readonly [string, ChangeDirection | null]> = [
  ['tăng trưởng', 'UP'],
  ['tăng thêm', 'UP'],
  ['tăng', 'UP'],
  ['cao hơn', 'UP'],
  ['nhiều hơn', 'UP'],
  ['giảm đi', 'DOWN'],
  ['giảm bớt', 'DOWN'],
  ['giảm', 'DOWN'],
  ['thấp hơn', 'DOWN'],
  ['ít hơn', 'DOWN'],
  ['không thay đổi', 'UNCHANGED'],
  ['không đổi', 'UNCHANGED'],
  ['giữ nguyên', 'UNCHANGED'],
  ['ổn định', 'UNCHANGED'],
  ['tương đương', null],
];
/** They open a sentence and say nothing of how much. */
const openings = ['có xu hướng', 'có phần', 'tiếp tục', 'đã', 'đều', 'cũng'];
/** How much, in words that no arithmetic can hold. */
const degrees = [
  'không đáng kể',
  'đáng kể',
  'đột biến',
  'ấn tượng',
  'vượt bậc',
  'rõ rệt',
  'liên tục',
  'ổn định',
  'ổn',
  'trở lại',
  'dần',
  'rất',
  'khá',
  'nhẹ',
  'mạnh',
  'nhanh',
  'chậm',
  'ít',
  'nhiều',
  'cao',
  'lên',
  'xuống',
  'đi',
];

/**
 * Reads direction, [qualifier] number and unit: "giảm 9,6%", "tăng gần gấp đôi", "tăng 85 đài", "giảm nhẹ".
 * Refuses (PRINTED_FIGURE_UNREADABLE) all else, so a number without a word for the change, a range, and a
 * level ("tăng lên 0,3%").
 */
export function parsePrintedChange(text: string): PrintedChange {
  const words = printedWords(text);
  const change = words && readChange(skipPhrases(words, openings));
  if (!change)
    throw unreadable(
      'A change as printed must be its direction, then [qualifier] number unit, as in "tăng khoảng 30%"',
      text,
    );
  return change;
}

function readChange(text: string): PrintedChange | null {
  const found = readPhrase(text, directions);
  if (found === null) return readMultiple('UP', behind(text, 'cao') ?? text);
  const direction = found.meaning;
  if (direction !== null && skipPhrases(found.rest, degrees) === '') return inWords(direction);
  if (direction === 'UNCHANGED') return null;
  return readMultiple(direction, found.rest) ?? readAmount(direction, found.rest);
}

function inWords(direction: ChangeDirection): PrintedChange {
  return { direction, qualifier: 'NOT_STATED', unit: null, stated: null, resolution: null, unitWords: '' };
}

/** "gấp đôi", "gần gấp đôi", "gấp hơn 2 lần", "gấp 1,6 lần", "gấp ba". */
function readMultiple(direction: ChangeDirection | null, text: string): PrintedChange | null {
  const before = readQualifier(text);
  const rest = behind(before.rest, 'gấp');
  if (rest === null) return null;
  const after = readQualifier(rest);
  if (before.qualifier !== 'EXACT' && after.qualifier !== 'EXACT') return null;
  const qualifier = before.qualifier === 'EXACT' ? after.qualifier : before.qualifier;
  const numeral = readDouble(after.rest) ?? readNumeral(after.rest);
  if (numeral === null || numeral.percent) return null;
  return multiple(direction, qualifier, numeral, behind(numeral.rest, 'lần') ?? numeral.rest);
}

/** "đôi" and "rưỡi" mean twice and one and a half times behind "gấp" only. */
function readDouble(text: string): Numeral | null {
  const found = readPhrase(text, [
    ['đôi', { value: new Decimal(2), resolution: new Decimal(1) }],
    ['rưỡi', { value: new Decimal('1.5'), resolution: new Decimal('0.5') }],
  ]);
  return found && { ...found.meaning, factor: null, percent: false, rest: found.rest };
}

function readAmount(direction: ChangeDirection | null, text: string): PrintedChange | null {
  const { qualifier, rest } = readQualifier(text);
  // "giảm không đáng kể so với …" denies; nothing changes by nought.
  const numeral = behind(rest, 'không') === null ? readNumeral(rest) : null;
  if (numeral === null) return null;
  const { value, resolution } = numeral;
  const times = behind(numeral.rest, 'lần');
  if (times !== null && !numeral.percent) return multiple(direction, qualifier, numeral, times);
  const points = numeral.percent ? null : readPoints(numeral.rest);
  const unitWords = readUnitWords(points ?? numeral.rest);
  if (unitWords === null) return null;
  const unit = points !== null ? 'PERCENTAGE_POINT' : numeral.percent ? 'PERCENT' : 'ABSOLUTE';
  return { direction, qualifier, unit, stated: value, resolution, unitWords };
}

function multiple(
  direction: ChangeDirection | null,
  qualifier: Qualifier,
  { value, resolution }: Numeral,
  rest: string,
): PrintedChange | null {
  const unitWords = readUnitWords(rest);
  return unitWords === null
    ? null
    : { direction, qualifier, unit: 'MULTIPLE', stated: value, resolution, unitWords };
}

function readPoints(text: string): string | null {
  if (text.startsWith('điểm %')) return text.slice('điểm %'.length).trimStart();
  // Alone only: "điểm cầu" are places.
  return behind(text, 'điểm phần trăm') ?? (text === 'điểm' ? '' : null);
}

import { readPhrase } from './words.ts';

const digits: ReadonlyArray<readonly [string, number]> = [
  ['một', 1],
  ['hai', 2],
  ['ba', 3],
  ['bốn', 4],
  ['năm', 5],
  ['sáu', 6],
  ['bảy', 7],
  ['bẩy', 7],
  ['tám', 8],
  ['chín', 9],
];
/** The digits that sound otherwise behind "mười" and "mươi". */
const lastDigits: ReadonlyArray<readonly [string, number]> = [
  ['mốt', 1],
  ['tư', 4],
  ['lăm', 5],
  ['nhăm', 5],
  ...digits.filter(([word]) => word !== 'năm'),
];

/**
 * Reads a number in words from the beginning of a text: không, một … mười, mười lăm, hai mươi mốt, up to chín
 * mươi chín.
 */
export function readNumberWords(text: string): { value: number; rest: string } | null {
  const ten = readPhrase(text, [['mười', 10]]);
  if (ten !== null) return withLastDigit(10, ten.rest);
  const zero = readPhrase(text, [['không', 0]]);
  if (zero !== null) return { value: 0, rest: zero.rest };
  const digit = readPhrase(text, digits);
  if (digit === null) return null;
  const tens = readPhrase(digit.rest, [['mươi', 10]]);
  return tens === null
    ? { value: digit.meaning, rest: digit.rest }
    : withLastDigit(digit.meaning * 10, tens.rest);
}

function withLastDigit(tens: number, text: string): { value: number; rest: string } {
  const digit = readPhrase(text, lastDigits);
  return digit === null ? { value: tens, rest: text } : { value: tens + digit.meaning, rest: digit.rest };
}

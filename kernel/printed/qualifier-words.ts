import type { Qualifier } from '../vocabulary.ts';
import { readPhrase, skipPhrases } from './words.ts';

const qualifierWords: ReadonlyArray<readonly [string, Qualifier]> = [
  ['khoảng chừng', 'ABOUT'],
  ['vào khoảng', 'ABOUT'],
  ['khoảng', 'ABOUT'],
  ['chừng', 'ABOUT'],
  ['xấp xỉ', 'ABOUT'],
  ['hơn', 'MORE_THAN'],
  ['trên', 'MORE_THAN'],
  ['gần', 'NEARLY'],
  ['dưới', 'LESS_THAN'],
  ['chưa đến', 'LESS_THAN'],
  ['chưa tới', 'LESS_THAN'],
  ['ít nhất', 'AT_LEAST'],
  ['tối thiểu', 'AT_LEAST'],
  ['không dưới', 'AT_LEAST'],
  ['không ít hơn', 'AT_LEAST'],
  ['tối đa', 'AT_MOST'],
  ['nhiều nhất', 'AT_MOST'],
  ['không quá', 'AT_MOST'],
  ['không vượt quá', 'AT_MOST'],
];
/** They say how the figure came about (a status), not how exact it is. */
const wordsOfNoWeight = ['ước tính', 'ước', 'đạt', 'chỉ', 'mới', 'có', 'là'];

export interface ReadQualifier {
  /** EXACT where none is printed. */
  readonly qualifier: Qualifier;
  readonly rest: string;
}

/** Reads "khoảng", "đạt trên", "ước đạt khoảng" … from the beginning of a text. */
export function readQualifier(text: string): ReadQualifier {
  const start = skipPhrases(text, wordsOfNoWeight);
  const found = readPhrase(start, qualifierWords);
  if (found === null) return { qualifier: 'EXACT', rest: start };
  return { qualifier: found.meaning, rest: skipPhrases(found.rest, wordsOfNoWeight) };
}

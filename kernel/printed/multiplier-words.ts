import { Decimal } from '../decimal.ts';
import { behind, readPhrase } from './words.ts';

const multiplierWords: ReadonlyArray<readonly [string, Decimal]> = [
  ['chục', new Decimal('10')],
  ['trăm', new Decimal('100')],
  ['nghìn', new Decimal('1000')],
  ['ngàn', new Decimal('1000')],
  ['vạn', new Decimal('10000')],
  ['triệu', new Decimal('1000000')],
  ['tỷ', new Decimal('1000000000')],
  ['tỉ', new Decimal('1000000000')],
];

export interface ReadMultiplier {
  /** Null where none is printed. */
  readonly factor: Decimal | null;
  readonly rest: string;
}

/**
 * Reads "triệu", "nghìn tỷ", "chục triệu" …; null where words that multiply each other do not ascend ("tỷ
 * nghìn").
 */
export function readMultiplier(text: string): ReadMultiplier | null {
  let factor: Decimal | null = null;
  let last: Decimal | null = null;
  let rest = text;
  for (;;) {
    // "tỷ lệ" is a rate and no thousand million.
    const isRate = behind(rest, 'tỷ lệ') !== null || behind(rest, 'tỉ lệ') !== null;
    const found = isRate ? null : readPhrase(rest, multiplierWords);
    if (found === null) return { factor, rest };
    if (last !== null && found.meaning.lte(last)) return null;
    factor = factor === null ? found.meaning : factor.times(found.meaning);
    last = found.meaning;
    rest = found.rest;
  }
}

import { foldWithOffsets } from '../folded-text.ts';

export type TokenKind = 'WORD' | 'SIGN' | 'SEPARATOR';

/** A word or a character between words, as search compares it. */
export interface Token {
  readonly kind: TokenKind;
  /** Lower case, no accents, đ as d: "thue". */
  readonly folded: string;
  /** With its accents (spelledWord): what "exact" compares. */
  readonly spelled: string;
  /** Of "100%", what it is found by besides: 100 and %. */
  readonly parts: readonly string[];
  /** Of "3,4", which may be a number or the levels 3 and 4, what it may be instead: 3 and 4. */
  readonly digits: readonly string[];
  /** Where it stands in the text, in UTF-16 units, end excluded. */
  readonly start: number;
  readonly end: number;
}

/**
 * A number keeps its separators and its percent sign, so that "7,39" finds no text that holds a 7 and a 39, and "100%" none
 * that holds a 100 and a 5%; "TT&TT" is three tokens.
 */
const token = /\p{N}+(?:[.,]\p{N}+)* ?[%‰]|\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}]+|\S/gu;
const word = /[\p{L}\p{N}]/u;
/** Punctuation, but for what is read aloud. */
const separator = /(?![%‰&*@#§])\p{P}/u;

/** The tokens of a text in order; blanks and what is not seen are none. */
export function tokensOf(text: string): Token[] {
  const { folded, offsets } = foldWithOffsets(text);
  return [...folded.matchAll(token)].map(({ 0: found, index }) => {
    const start = offsets[index] ?? 0;
    const end = offsets[index + found.length] ?? text.length;
    return {
      kind: kindOf(found),
      folded: found.replace(' ', ''),
      spelled: spelledWord(text.slice(start, end)),
      parts: /^(.+?) ?([%‰])$/u.exec(found)?.slice(1) ?? [],
      digits: /^\d(?:,\d)+$/u.test(found) ? found.split(',') : [],
      start,
      end,
    };
  });
}

/** What separators keep apart, side by side: "Hà Nội, Đà Nẵng" without its comma. */
export function withoutSeparators(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ kind }) => kind !== 'SEPARATOR');
}

function kindOf(found: string): TokenKind {
  if (word.test(found)) return 'WORD';
  return separator.test(found) ? 'SEPARATOR' : 'SIGN';
}

/** The five tone marks: huyền, sắc, ngã, hỏi, nặng. */
export const TONES = '\u0300\u0301\u0303\u0309\u0323';
const tones = new RegExp(`[${TONES}]`, 'gu');
const firstTones = new RegExp(`^[${TONES}]+`, 'u');

/**
 * A word with its accents in one spelling: lower case, NFC, and the tone mark before the letters, for "hoá" and "hóa"
 * differ only in where it is put. So the beginning of a word is also the beginning of its spelling: "đôn" of "đông".
 */
export function spelledWord(text: string): string {
  const parts = text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{Cf}/gu, '');
  const letters = parts.replaceAll(tones, '').replaceAll('ð', 'đ');
  return (parts.match(tones)?.join('') ?? '') + letters.normalize('NFC');
}

/** Whether a spelled word begins like another; a tone that is not typed yet may still come. */
export function beginsWith(spelled: string, beginning: string): boolean {
  return (hasTone(beginning) ? spelled : spelled.replace(firstTones, '')).startsWith(beginning);
}

export function hasTone(spelled: string): boolean {
  return firstTones.test(spelled);
}

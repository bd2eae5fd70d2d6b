import type { BilingualInput } from '../../generated/kernel.ts';
import { CodedError } from '../errors.ts';
import type { Bilingual } from '../vocabulary.ts';

/** More than a statement ever has; bounds what a caller can store. */
const LONGEST_TEXT = 4000;

/** A text that was given, in NFC and without outer blanks. Refuses (INVALID_ARGUMENT) an empty and an endless one. */
export function textOf(given: string): string {
  const text = given.normalize('NFC').trim();
  if (text === '' || text.length > LONGEST_TEXT)
    throw new CodedError(
      'INVALID_ARGUMENT',
      `a text must have 1 to ${LONGEST_TEXT} characters, but has ${text.length}`,
    );
  return text;
}

/** The text in both languages; where the English one is left out, the Vietnamese stands for it. */
export function bilingualOf({ vi, en }: BilingualInput): Bilingual {
  return { vi: textOf(vi), en: textOf(en ?? vi) };
}

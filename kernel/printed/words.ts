/** Nobody prints a longer figure; a bound keeps every pattern below cheap. */
const LONGEST = 300;

/**
 * A printed text made ready to be read from its beginning: NFC, lower case, runs of white space to one, no
 * white space or closing punctuation around it. Null where nothing is left, or too much.
 */
export function printedWords(text: string): string | null {
  if (typeof text !== 'string' || text.length > LONGEST) return null;
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^ | ?[.,;:…]* ?$/gu, '');
  return words === '' ? null : words;
}

/** What stands behind `phrase`, where the text begins with it as whole words; null where it does not. */
export function behind(text: string, phrase: string): string | null {
  if (!text.startsWith(phrase)) return null;
  const rest = text.slice(phrase.length);
  return /^[\p{L}\p{N}]/u.test(rest) ? null : rest.trimStart();
}

/**
 * The first of the phrases that the text begins with, and what stands behind. Put longer phrases before their
 * beginnings.
 */
export function readPhrase<Meaning>(
  text: string,
  phrases: ReadonlyArray<readonly [phrase: string, meaning: Meaning]>,
): { meaning: Meaning; rest: string } | null {
  for (const [phrase, meaning] of phrases) {
    const rest = behind(text, phrase);
    if (rest !== null) return { meaning, rest };
  }
  return null;
}

/** The text without any of the phrases at its beginning, however many there are. */
export function skipPhrases(text: string, phrases: readonly string[]): string {
  for (const phrase of phrases) {
    const rest = behind(text, phrase);
    if (rest !== null) return skipPhrases(rest, phrases);
  }
  return text;
}

/**
 * A text as search compares it: lower case, no accents, đ as d, runs of white space as one space. "Đắk Nông",
 * "đăk nông" and their decomposed forms are all "dak nong". Tone placement ("Hoà", "Hòa") falls away with the
 * marks.
 */
export function foldText(text: string): string {
  return foldWithOffsets(text).folded;
}

export interface FoldedText {
  readonly folded: string;
  /**
   * For each UTF-16 unit of `folded`, where in the original its character begins; then the original's length.
   * So what is found from s to e (excluded) stands there from offsets[s] to offsets[e], the marks on its last
   * letter included.
   */
  readonly offsets: readonly number[];
}

/** Marks, and what is not seen: soft hyphens, joiners, byte order marks. */
const unseen = /[\p{M}\p{Cf}]/gu;

export function foldWithOffsets(text: string): FoldedText {
  let folded = '';
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = foldCharacter(character);
    if (plain !== ' ' || !folded.endsWith(' ')) {
      folded += plain;
      for (let unit = 0; unit < plain.length; unit += 1) offsets.push(at);
    }
    at += character.length;
  }
  offsets.push(text.length);
  return { folded, offsets };
}

/**
 * One character at a time, so that offsets hold; đ has no decomposition, and ð is what many keyboards type
 * for it.
 */
function foldCharacter(character: string): string {
  if (/\s/u.test(character)) return ' ';
  return character
    .normalize('NFD')
    .replaceAll(unseen, '')
    .toLowerCase()
    .replaceAll(unseen, '')
    .replaceAll(/[đð]/gu, 'd');
}

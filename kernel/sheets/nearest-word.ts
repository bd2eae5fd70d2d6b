import { foldText } from '../folded-text.ts';

const MOST_EDITS = 3;

/** The word that a mistyped one was most likely meant to be, by the fewest single letters changed; null where none is near. */
export function nearestWord(text: string, words: Iterable<string>): string | null {
  const wanted = foldText(text.trim());
  if (wanted.length < 3 || wanted.length > 100) return null;
  let nearest: string | null = null;
  let fewest = Math.min(MOST_EDITS, Math.floor(wanted.length / 3)) + 1;
  for (const word of words) {
    const edits = editsBetween(wanted, foldText(word), fewest);
    if (edits >= fewest) continue;
    fewest = edits;
    nearest = word;
  }
  return nearest;
}

/** Levenshtein's distance, or `limit` where it is no less. */
function editsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const changed = (before[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      now.push(Math.min(changed, (before[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1));
    }
    if (Math.min(...now) >= limit) return limit;
    before = now;
  }
  return before[b.length] ?? limit;
}

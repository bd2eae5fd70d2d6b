import { foldText } from '../folded-text.ts';

/**
 * From how many syllables on a passage counts as copied: longer than any official name or set phrase of the
 * briefings.
 */
export const LONGEST_SHARED = 11;
const RUN = LONGEST_SHARED + 1;

interface Syllable {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}
export interface CopiedRun {
  /** Where it begins in the text. */
  readonly start: number;
  readonly words: string;
}

/** Finds passages of documents in other texts. */
export interface CopyFinder {
  /** Every longest stretch of twelve or more consecutive syllables that the text shares with a document. */
  readonly find: (text: string) => CopiedRun[];
}

/**
 * Syllables are compared folded (no case, no accents) and without punctuation, so that neither a changed
 * mark nor a line break hides a copy.
 * @param officialNames what may be told word for word, however long: nobody has other words for it.
 */
export function copyFinder(
  documents: readonly (readonly string[])[],
  officialNames: readonly string[],
): CopyFinder {
  const runs = new Set(documents.flatMap((lines) => runsOf(syllables(lines.join('\n')))));
  const names = officialNames.map((name) => ` ${joined(syllables(name))} `);
  return {
    find: (text) => {
      const all = syllables(text);
      return stretches(all, runs)
        .filter((stretch) => !names.some((name) => name.includes(` ${joined(stretch)} `)))
        .map((stretch) => {
          const start = stretch[0]?.start ?? 0;
          return { start, words: text.slice(start, stretch.at(-1)?.end) };
        });
    },
  };
}

function syllables(text: string): Syllable[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ index: start, 0: word }) => ({
    folded: foldText(word),
    start,
    end: start + word.length,
  }));
}

function joined(all: readonly Syllable[]): string {
  return all.map(({ folded }) => folded).join(' ');
}

function runsOf(all: readonly Syllable[]): string[] {
  return all
    .slice(0, Math.max(0, all.length - LONGEST_SHARED))
    .map((_, at) => joined(all.slice(at, at + RUN)));
}

function stretches(all: readonly Syllable[], runs: ReadonlySet<string>): Syllable[][] {
  const found: { from: number; to: number }[] = [];
  runsOf(all).forEach((run, at) => {
    if (!runs.has(run)) return;
    const last = found.at(-1);
    if (last !== undefined && last.to === at + LONGEST_SHARED) last.to = at + RUN;
    else found.push({ from: at, to: at + RUN });
  });
  return found.map(({ from, to }) => all.slice(from, to));
}

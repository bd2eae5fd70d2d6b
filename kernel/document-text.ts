import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The texts of the source documents, which are read where they are at hand and never kept in the repository. */
export interface DocumentTexts {
  /** The text line by line in NFC; null where it is not on this machine. */
  lines(document: string): readonly string[] | null;
  /** The whole sentence that the span stands in, joined where it breaks over lines; null without the text. */
  sentence(place: {
    readonly document: string;
    readonly line: number;
    readonly start: number;
  }): string | null;
}

/** @param folder where <id>.txt files stand; null where there is none, and every answer is null. */
export function documentTexts(folder: string | null): DocumentTexts {
  const read = new Map<string, readonly string[] | null>();
  const lines = (document: string): readonly string[] | null => {
    const known = read.get(document);
    if (known !== undefined) return known;
    const path = folder === null || !/^[\w-]+$/u.test(document) ? null : join(folder, `${document}.txt`);
    const found =
      path === null || !existsSync(path) ? null : readFileSync(path, 'utf8').normalize('NFC').split(/\r?\n/u);
    read.set(document, found);
    return found;
  };
  return {
    lines,
    sentence({ document, line, start }) {
      const text = lines(document);
      return text === null ? null : sentenceAt(text, line, start);
    },
  };
}

const segmenter = new Intl.Segmenter('vi', { granularity: 'sentence' });
const endsSentence = /[.!?:;…"”*]\s*$/u;
const beginsInside = /^\s*\p{Ll}/u;

/**
 * The sentence at a place: Unicode's sentence boundaries (UAX #29) within the line. Where the line breaks off without
 * an end and the next one with text goes on in lower case, the sentence goes on there.
 */
export function sentenceAt(lines: readonly string[], line: number, start: number): string | null {
  const text = lines[line - 1];
  if (text === undefined) return null;
  const segments = [...segmenter.segment(text)];
  const at = segments.findLastIndex(({ index }) => index <= start);
  const own = segments[at]?.segment;
  if (own === undefined) return null;
  const before = at === 0 && beginsInside.test(own) ? brokenOffBefore(lines, line) : '';
  const after = at === segments.length - 1 && !endsSentence.test(own) ? continuedAfter(lines, line) : '';
  return [before, own.trim(), after].filter((part) => part !== '').join(' ');
}

function brokenOffBefore(lines: readonly string[], line: number): string {
  const previous = lines.slice(0, line - 1).findLast((text) => text.trim() !== '');
  if (previous === undefined || endsSentence.test(previous)) return '';
  return [...segmenter.segment(previous)].at(-1)?.segment.trim() ?? '';
}

function continuedAfter(lines: readonly string[], line: number): string {
  const next = lines.slice(line).find((text) => text.trim() !== '');
  if (next === undefined || !beginsInside.test(next)) return '';
  return [...segmenter.segment(next)][0]?.segment.trim() ?? '';
}

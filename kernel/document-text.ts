import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A place in a text: line from 1, UTF-16 units of the line from 0, end excluded. */
interface Span {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}
/** The texts of the source documents, which are read where they are at hand and never kept in the repository. */
export interface DocumentTexts {
  /** The text line by line in NFC; null where it is not on this machine. */
  lines(document: string): readonly string[] | null;
  /** The whole sentence that the span stands in, or all that it reaches over; null without the text. */
  sentence(place: Span & { readonly document: string }): string | null;
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
    sentence({ document, ...span }) {
      const text = lines(document);
      return text === null ? null : sentenceAt(text, span);
    },
  };
}

const segmenter = new Intl.Segmenter('vi', { granularity: 'sentence' });
const endsSentence = /[.!?:;…"”*]\s*$/u;
const beginsInside = /^\s*\p{Ll}/u;

/**
 * The sentence of a span, or all those that it reaches over: Unicode's sentence boundaries (UAX #29) within the line.
 * Where a line breaks off without an end and the next one with text goes on in lower case, the sentence goes on there.
 */
export function sentenceAt(lines: readonly string[], { line, start, end }: Span): string | null {
  const text = lines[line - 1];
  if (text === undefined) return null;
  const segments = [...segmenter.segment(text)];
  const first = segments.findLastIndex(({ index }) => index <= start);
  const last = segments.findLastIndex(({ index }) => index <= start || index < end);
  const from = segments[first];
  if (from === undefined) return null;
  const own = text.slice(from.index, segments[last + 1]?.index);
  const before = first === 0 && beginsInside.test(own) ? brokenOffBefore(lines, line - 1) : '';
  const after = last === segments.length - 1 && !endsSentence.test(own) ? continuedFrom(lines, line) : '';
  return joined(before, own, after);
}

/** The end of the sentence that stands open above line `index` (from 0), with the lines that it began in. */
function brokenOffBefore(lines: readonly string[], index: number): string {
  const above = lines.findLastIndex((text, at) => at < index && text.trim() !== '');
  const text = lines[above];
  if (text === undefined || endsSentence.test(text)) return '';
  const segments = [...segmenter.segment(text)];
  const open = segments.at(-1)?.segment ?? '';
  return joined(segments.length === 1 && beginsInside.test(open) ? brokenOffBefore(lines, above) : '', open);
}

/** The rest of an open sentence from line `index` (from 0) on, where it goes on there in lower case. */
function continuedFrom(lines: readonly string[], index: number): string {
  const below = lines.findIndex((text, at) => at >= index && text.trim() !== '');
  const text = lines[below];
  if (text === undefined || !beginsInside.test(text)) return '';
  const segments = [...segmenter.segment(text)];
  const rest = segments[0]?.segment ?? '';
  return joined(
    rest,
    segments.length === 1 && !endsSentence.test(rest) ? continuedFrom(lines, below + 1) : '',
  );
}

function joined(...parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');
}

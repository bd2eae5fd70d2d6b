import { findDocument } from '../registers/documents.ts';
import { isSpelledAt, namesAt, namesOf, phraseTerm } from './names.ts';
import type { RankedEntry } from './search-pipeline.ts';
import type { Bilingual } from '../vocabulary.ts';
import type { NameTerm, SearchQuery, SearchTerm, WordTerm } from './search-query.ts';
import { beginsWith, tokensOf, withoutSeparators, type Token } from './tokens.ts';

/** From `start` to `end` (excluded) in a text, in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}
export interface HitText {
  readonly text: string;
  /** In order, without overlaps; words that only blanks part are one range. */
  readonly matches: readonly TextRange[];
}

/**
 * What a hit shows, and where the search matches in it: the record's statement, where need be with what it is about or its
 * document's title behind it; else another text of the record; else the sentence in the source. The first that holds the
 * most of what was searched for, in Vietnamese before English.
 * @param sentence reads the sentence that the record is cited from; asked only where nothing else holds it all.
 */
export function hitText(entry: RankedEntry, { terms }: SearchQuery, sentence: () => string | null): HitText {
  const read = new Map<string, TokenizedText>();
  const rangesIn = (text: string) => {
    const tokens = read.get(text) ?? tokenized(text);
    read.set(text, tokens);
    return (term: SearchTerm) => rangesOf(term, tokens, entry.whole);
  };
  const heldBy = (text: string) => {
    const ranges = rangesIn(text);
    return terms.filter((term) => ranges(term).length > 0);
  };
  let best = entry.text.vi;
  let most = heldBy(best).length;
  for (const textOf of [...candidates(entry, heldBy), sentence]) {
    if (most === terms.length) break;
    const text = textOf();
    const held = text === null ? 0 : heldBy(text).length;
    if (text !== null && held > most) [best, most] = [text, held];
  }
  return { text: best, matches: joined(terms.flatMap(rangesIn(best)), best) };
}

interface TokenizedText {
  readonly all: readonly Token[];
  /** Without separators. */
  readonly plain: readonly Token[];
}

function tokenized(text: string): TokenizedText {
  const all = tokensOf(text);
  return { all, plain: withoutSeparators(all) };
}

type HeldBy = (text: string) => readonly SearchTerm[];

function candidates(entry: RankedEntry, heldBy: HeldBy): (() => string)[] {
  const languages = ['vi', 'en'] as const;
  return [
    ...languages.map((language) => () => entry.text[language]),
    ...entry.details.flatMap((detail) => languages.map((language) => () => detail[language])),
    ...languages.map((language) => () => withAbout(entry, language, heldBy)),
  ];
}

/** The statement, and behind it those of its names, and the title, that hold what the rest does not. */
function withAbout(
  { text, about, citation }: RankedEntry,
  language: keyof Bilingual,
  heldBy: HeldBy,
): string {
  const title = citation === null ? undefined : findDocument(citation.document)?.title;
  const parts = [text[language]];
  const held = new Set(heldBy(text[language]));
  for (const part of [...about, ...(title === undefined ? [] : [title])]) {
    const added = heldBy(part[language]).filter((term) => !held.has(term));
    if (added.length > 0) parts.push(part[language]);
    for (const term of added) held.add(term);
  }
  return parts.join(' · ');
}

function rangesOf(term: SearchTerm, { all, plain }: TokenizedText, whole: boolean): readonly TextRange[] {
  return term.kind === 'NAME' ? rangesOfName(term, plain) : rangesOfWord(term, all, whole);
}

/** Where a word stands with the accents that were typed, else where it stands with any. */
function rangesOfWord(
  { folded, spelled, unfinished, digits }: WordTerm,
  tokens: readonly Token[],
  whole: boolean,
): readonly Token[] {
  const beginning = unfinished && !whole;
  const found = tokens.filter((token) =>
    beginning
      ? token.folded.startsWith(folded)
      : [token.folded, ...token.parts, ...token.digits].includes(folded),
  );
  const listed = tokens.filter((token) => digits.includes(token.folded));
  const exact = found.filter((token) =>
    beginning ? beginsWith(token.spelled, spelled ?? folded) : token.spelled === spelled,
  );
  if (exact.length > 0) return exact;
  return found.length > 0 ? found : listed;
}

function rangesOfName({ codes, phrase }: NameTerm, tokens: readonly Token[]): TextRange[] {
  const names = namesOf(codes);
  const ranges: TextRange[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const found = namesAt(tokens, at).find(
      (name) => phraseTerm(name.tokens) === phrase || (names.includes(name) && isSpelledAt(name, tokens, at)),
    );
    const first = tokens[at];
    const last = tokens[at + (found?.tokens.length ?? 0) - 1];
    if (found !== undefined && first !== undefined && last !== undefined)
      ranges.push({ start: first.start, end: last.end });
  }
  return ranges;
}

function joined(ranges: readonly TextRange[], text: string): TextRange[] {
  const result: TextRange[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last !== undefined && (start <= last.end || text.slice(last.end, start).trim() === ''))
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else result.push({ start, end });
  }
  return result;
}

import type { Bilingual } from '../vocabulary.ts';
import { codesNamedIn, phrasesNamedIn } from './names.ts';
import type { SearchEntryRow } from './search-entry.ts';
import { tokensOf, withoutSeparators, type Token } from './tokens.ts';

/** Between the parts of a statement; no token is like it. */
const BREAK = ' @| ';

export type EntryWords = Pick<SearchEntryRow, 'terms' | 'own' | 'spelled' | 'statement'>;

interface EntryTexts {
  readonly statement: Bilingual;
  /** What else the record says, and what it is about. */
  readonly others: readonly Bilingual[];
  /** Terms of the agencies and provinces that the record names by code. */
  readonly codes: readonly string[];
  /** The title of its document, and the sentence it is cited from: Vietnamese. */
  readonly source: readonly string[];
}

/** What a record is found and ranked by, out of all its texts. */
export function entryWords({ statement, others, codes, source }: EntryTexts): EntryWords {
  const texts = [statement, ...others];
  const vietnamese = texts.map(({ vi }) => tokensOf(vi));
  const english = texts.map(({ en }) => tokensOf(en));
  const cited = source.map(tokensOf);
  const own = [...codes, ...[...vietnamese, ...english].flatMap(termsOf)];
  return {
    terms: sortedSet([...own, ...cited.flatMap(termsOf)]),
    own: sortedSet(own),
    spelled: spelledWords([...vietnamese, ...cited].flat(), english.flat()),
    statement: statementText([statement.vi, statement.en].map((text) => withoutSeparators(tokensOf(text)))),
  };
}

function termsOf(tokens: readonly Token[]): string[] {
  const plain = withoutSeparators(tokens);
  return [
    ...tokens.flatMap(({ folded, parts, digits }) => [folded, ...parts, ...digits]),
    ...codesNamedIn(plain),
    ...phrasesNamedIn(plain),
  ];
}

function spelledWords(vietnamese: readonly Token[], english: readonly Token[]): string[] {
  const known = new Set(vietnamese.map(({ folded }) => folded));
  const others = english.filter(({ folded }) => !known.has(folded));
  return sortedSet(
    [...vietnamese, ...others].filter(({ folded }) => /\p{L}/u.test(folded)).map(({ spelled }) => spelled),
  );
}

function statementText(languages: readonly (readonly Token[])[]): string {
  const names = sortedSet(languages.flatMap(codesNamedIn));
  const parts = [...languages.map((tokens) => tokens.map(({ folded }) => folded)), names];
  return ` ${parts.map((part) => part.join(' ')).join(BREAK)} `;
}

function sortedSet(words: readonly string[]): string[] {
  return [...new Set(words)].sort();
}

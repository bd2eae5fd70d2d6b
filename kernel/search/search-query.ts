import { CodedError } from '../errors.ts';
import { isSpelledAt, namesAt, namesOf, phraseTerm, type Name } from './names.ts';
import { tokensOf, withoutSeparators, type Token } from './tokens.ts';

/** Something that every hit must hold. */
export type SearchTerm = WordTerm | NameTerm;
export interface WordTerm {
  readonly kind: 'WORD';
  readonly folded: string;
  /** With its accents; null for numbers and signs, which have none. */
  readonly spelled: string | null;
  /** It may be the beginning of a word: the last one, as people type it. */
  readonly unfinished: boolean;
  /** Of "3,4": 3 and 4, which it may mean as well. */
  readonly digits: readonly string[];
}
/** The name of an agency or a province: any other name of the same finds it too. */
export interface NameTerm {
  readonly kind: 'NAME';
  readonly tokens: readonly Token[];
  readonly codes: readonly string[];
  /** What is indexed where the name stands as it was typed. */
  readonly phrase: string;
  /** Typed with all the accents it has. */
  readonly spelledRight: boolean;
}
export interface SearchQuery {
  readonly terms: readonly SearchTerm[];
}

/** More than anyone types; bounds the work of a search. */
export const LONGEST_SEARCH = 200;
export const MOST_HITS = 100;

/**
 * What a searcher's text asks for: every word and sign of it, names of agencies and provinces as such. No character of it
 * is an operator; separators only count where nothing else is there. Refuses (INVALID_ARGUMENT) a text without any
 * visible character or longer than 200 UTF-16 units.
 */
export function parseSearchQuery(text: string): SearchQuery {
  const typed = text.normalize('NFC').trim();
  if (typed.length > LONGEST_SEARCH)
    throw new CodedError(
      'INVALID_ARGUMENT',
      `text must have at most ${LONGEST_SEARCH} characters, but got: ${typed.length}.`,
    );
  const all = tokensOf(typed);
  if (all.length === 0)
    throw new CodedError('INVALID_ARGUMENT', 'text must hold a word or a sign to search for, but got none.');
  const meant = withoutSeparators(all);
  const tokens = meant.length > 0 ? meant : all;
  const last = tokens.at(-1);
  const terms: SearchTerm[] = [];
  for (let at = 0; at < tokens.length;) {
    const name = nameTermAt(tokens, at);
    const token = tokens[at];
    if (name !== null) terms.push(name);
    else if (token !== undefined)
      terms.push(wordTerm(token, token === last && last.end === typed.length && text === text.trimEnd()));
    at += name?.tokens.length ?? 1;
  }
  return { terms };
}

/** How many hits may be asked for; refuses (INVALID_PAGE) less than 1 and more than 100. */
export function hitCount(first: number): number {
  if (first >= 1 && first <= MOST_HITS) return first;
  throw new CodedError('INVALID_PAGE', `first must be 1 to ${MOST_HITS}, but got: ${first}.`);
}

/** A beginning has two letters at least; of a number it would be another number. */
function wordTerm({ folded, spelled, digits }: Token, isLast: boolean): WordTerm {
  const hasLetters = /\p{L}/u.test(folded);
  return {
    kind: 'WORD',
    folded,
    spelled: hasLetters ? spelled : null,
    unfinished: isLast && /^\p{L}[\p{L}\p{N}]+$/u.test(folded),
    digits,
  };
}

/** The longest name that begins here, unless it was typed with accents that the name does not have. */
function nameTermAt(tokens: readonly Token[], at: number): NameTerm | null {
  const names = namesAt(tokens, at).filter((name) => mayMean(name, tokens, at));
  const length = names[0]?.tokens.length ?? 0;
  if (length === 0) return null;
  const longest = names.filter((name) => name.tokens.length === length);
  const typed = tokens.slice(at, at + length);
  const codes = [...new Set(longest.map(({ code }) => code))];
  return {
    kind: 'NAME',
    tokens: typed,
    codes,
    phrase: phraseTerm(typed),
    spelledRight: isSpelledRight(typed, codes),
  };
}

function mayMean(name: Name, tokens: readonly Token[], at: number): boolean {
  return name.tokens.every(({ spelled }, index) => {
    const has = marksOf(spelled);
    return marksOf(tokens[at + index]?.spelled ?? '').every((mark) => take(has, mark));
  });
}

/** Of the spellings that differ in accents only ("Hà Nội", "Ha Noi") the one with the most is right. */
function isSpelledRight(typed: readonly Token[], codes: readonly string[]): boolean {
  const phrase = phraseTerm(typed);
  const alike = namesOf(codes).filter(({ tokens }) => phraseTerm(tokens) === phrase);
  const marks = ({ tokens }: Pick<Name, 'tokens'>) =>
    tokens.flatMap(({ spelled }) => marksOf(spelled)).length;
  const most = Math.max(...alike.map(marks));
  return alike.some((name) => isSpelledAt(name, typed, 0) && marks(name) === most);
}

function marksOf(spelled: string): string[] {
  return spelled.normalize('NFD').match(/[\p{M}đ]/gu) ?? [];
}

function take(marks: string[], mark: string): boolean {
  const at = marks.indexOf(mark);
  if (at >= 0) marks.splice(at, 1);
  return at >= 0;
}

import type { PipelineStage, QueryFilter } from 'mongoose';
import type { SearchEntryRow } from './search-entry.ts';
import { hasTone, TONES } from './tokens.ts';
import type { NameTerm, SearchQuery, SearchTerm, WordTerm } from './search-query.ts';

/** An entry that was found, with what it was ranked by. */
export interface RankedEntry extends Pick<
  SearchEntryRow,
  '_id' | 'kind' | 'text' | 'details' | 'about' | 'citation'
> {
  /** The last word stands in it as it was typed, and not only as a beginning. */
  readonly whole: boolean;
  /** Every word stands in it with the accents that were typed. */
  readonly exact: boolean;
}

/** Behind every text that begins with the one before it. */
const LAST_CHARACTER = '\u{10ffff}';

/**
 * Finds and ranks in one command. Order: what holds the last word whole before what holds it as a beginning; exact accents
 * before others; more of the query in what the record says itself, in its statement, and in the same order; then the kinds, and the newest.
 * The ranking is MongoDB's, so that the best of any number are found and only those travel. It has no index to order by,
 * as every query orders otherwise; the sort keeps no more than `limit`.
 *
 * What was typed only ever stands as a value: in equalities and ranges, and in expressions behind $literal, where "$where"
 * would else be read as a field.
 */
export function searchPipeline({ terms }: SearchQuery, limit: number): PipelineStage[] {
  return [
    { $match: { $and: terms.map(holds) } },
    { $set: { whole: isWhole(terms), exact: isExact(terms), score: score(terms) } },
    { $sort: { whole: -1, exact: -1, score: -1, weight: 1, day: -1, ordinal: 1, _id: 1 } },
    { $limit: limit },
    { $project: { kind: 1, text: 1, details: 1, about: 1, citation: 1, whole: 1, exact: 1 } },
  ];
}

/** The condition on `terms`, served by its index. */
function holds(term: SearchTerm): QueryFilter<SearchEntryRow> {
  if (term.kind === 'NAME') return { terms: { $in: [...term.codes, term.phrase] } };
  const { folded, unfinished, digits } = term;
  if (unfinished) return { terms: { $elemMatch: { $gte: folded, $lt: folded + LAST_CHARACTER } } };
  if (digits.length === 0) return { terms: folded };
  return { $or: [{ terms: folded }, { terms: { $all: [...digits] } }] };
}

const literal = (value: unknown) => ({ $literal: value });
const stands = (text: string) => ({ $gte: [{ $indexOfBytes: ['$statement', literal(text)] }, 0] });

function isWhole(terms: readonly SearchTerm[]) {
  const last = unfinishedOf(terms);
  return last === undefined ? literal(true) : { $in: [literal(last.folded), '$terms'] };
}

function unfinishedOf(terms: readonly SearchTerm[]): WordTerm | undefined {
  return terms.find((term): term is WordTerm => term.kind === 'WORD' && term.unfinished);
}

function isExact(terms: readonly SearchTerm[]) {
  const last = unfinishedOf(terms);
  const words = terms.filter((term) => term !== last).flatMap(spelledWords);
  return {
    $and: [
      { $setIsSubset: [literal(words), '$spelled'] },
      ...(last === undefined || last.spelled === null ? [] : [anyBegins(last.spelled)]),
    ],
  };
}

/** The words whose accents must be as typed; not those of a name in its right spelling, which may stand there as another. */
function spelledWords(term: SearchTerm): string[] {
  if (term.kind === 'WORD') return term.spelled === null ? [] : [term.spelled];
  return term.spelledRight ? [] : term.tokens.map(({ spelled }) => spelled);
}

/** beginsWith of tokens.ts. */
function anyBegins(beginning: string) {
  const word = hasTone(beginning) ? '$$word' : { $ltrim: { input: '$$word', chars: TONES } };
  const begins = { $eq: [{ $indexOfBytes: [word, literal(beginning)] }, 0] };
  return { $anyElementTrue: [{ $map: { input: '$spelled', as: 'word', in: begins } }] };
}

/**
 * A point for each term that is the record's own; one more where it stands in the statement; and one for each two tokens
 * that stand side by side in it as they were typed.
 */
function score(terms: readonly SearchTerm[]) {
  const points = [...terms.map(isOwn), ...terms.map(standsAlone), ...neighbours(terms).map(stands)];
  return { $add: points.map((condition) => ({ $cond: [condition, 1, 0] })) };
}

function isOwn(term: SearchTerm) {
  const terms = term.kind === 'NAME' ? [...term.codes, term.phrase] : [term.folded];
  return { $or: terms.map((own) => ({ $in: [literal(own), '$own'] })) };
}

function standsAlone(term: SearchTerm) {
  if (term.kind === 'WORD') return stands(` ${term.folded}${end(term)}`);
  return { $or: [...term.codes.map((code) => stands(` ${code} `)), stands(` ${typedName(term)} `)] };
}

function neighbours(terms: readonly SearchTerm[]): string[] {
  const tokens = terms.flatMap((term) =>
    term.kind === 'WORD'
      ? [{ text: term.folded, behind: end(term) }]
      : term.tokens.map(({ folded }) => ({ text: folded, behind: ' ' })),
  );
  return tokens.slice(1).map(({ text, behind }, index) => ` ${tokens[index]?.text ?? ''} ${text}${behind}`);
}

const end = ({ unfinished }: WordTerm) => (unfinished ? '' : ' ');
const typedName = ({ tokens }: NameTerm) => tokens.map(({ folded }) => folded).join(' ');

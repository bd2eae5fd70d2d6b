import type { LocalDate } from '../local-date.ts';
import type { CitationRow, Loaded } from '../store/rows.ts';
import { schemaParts } from '../store/schemas.ts';
import {
  recordOrigins,
  searchKinds,
  type Bilingual,
  type RecordOrigin,
  type SearchKind,
} from '../vocabulary.ts';

/**
 * What search knows of one record: a collection of its own, made by the load out of the rows it is about, in the same
 * transaction.
 *
 * Served by a multikey index over the record's words, and not by MongoDB's $text index. Both were tried on mongod 6.0.5 with
 * 40,000 records. $text (default_language: none) asks for several words only as quoted phrases, which match inside words:
 * "thu" found "thuê". It reads the union of all the words' postings: 57 ms against 7 for the six of "thuê bao di động băng
 * rộng"; its index is twice as large; it finds no beginnings of words and no "%", its text is a language of operators that a
 * searcher's text would have to be kept out of, and a collection has only one. Its score counts words, where people look
 * for accents and order. With the words as an array each one is an equality, a beginning a range, and the planner goes by
 * the rarest.
 */
export interface SearchEntryRow extends Loaded {
  /** The record's id. */
  _id: string;
  kind: SearchKind;
  /** The record's own; of an indicator, the data files'. */
  origin: RecordOrigin;
  /** The record's own statement: what a hit shows. */
  text: Bilingual;
  /** What else it says, each to be shown in place of the statement: a definition, a note. */
  details: Bilingual[];
  /** What it is about, each to be shown behind the statement: provinces, agencies, indicators, a figure as printed. */
  about: Bilingual[];
  /** Everything that it is found by: words and signs without accents, names as terms (names.ts). */
  terms: string[];
  /** Those of them that are its own, and not only its document's title's or the cited sentence's. */
  own: string[];
  /** Its words with their accents; an English one only where no Vietnamese word looks like it without accents. */
  spelled: string[];
  /** The statement's tokens in order, between blanks, and the terms of the names in it: what ranks. */
  statement: string;
  /** Orders what matches as well: the kinds, and figures for their own sake before those to compare with. */
  weight: number;
  /** From when it was known; the newest first. Null for an indicator. */
  day: LocalDate | null;
  ordinal: number;
  citation: CitationRow | null;
}

const { row, loaded, text, texts, oneOf, dayOrNull, bilingual, citation } = schemaParts;

export const searchEntrySchema = row<SearchEntryRow>(
  'search_entries',
  {
    ...loaded,
    origin: oneOf(recordOrigins),
    kind: oneOf(searchKinds),
    text: { type: bilingual, required: true },
    details: { type: [bilingual], required: true },
    about: { type: [bilingual], required: true },
    terms: texts,
    own: texts,
    spelled: texts,
    statement: text,
    weight: { type: Number, required: true },
    day: dayOrNull,
    ordinal: { type: Number, required: true },
    citation: { type: citation, default: null },
  },
  [[{ terms: 1 }]],
);

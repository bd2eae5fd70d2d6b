import type { Catalogue } from '../data-files/read-sector-data.ts';
import { CodedError } from '../errors.ts';
import { foldText } from '../folded-text.ts';
import { agencies } from '../registers/agencies.ts';
import { provinces } from '../registers/provinces.ts';
import { parseTimePeriod } from '../time-period/parse.ts';
import type { Bilingual } from '../vocabulary.ts';
import { qualifierLabels, multiplierLabels, statusLabels, type LabelledList } from './labels.ts';
import { nearestWord } from './nearest-word.ts';

/** What a cell with a word of a closed list means. */
export type WordReading<Code extends string = string> =
  | { readonly kind: 'CODE'; readonly code: Code }
  | { readonly kind: 'UNKNOWN'; readonly suggestion: string | null };

export interface WordList<Code extends string = string> {
  readonly what: Bilingual;
  read(text: string): WordReading<Code>;
}

/** The words of one file: those of the registers, and of the team's catalogue. */
export interface KnownWords {
  readonly indicator: WordList;
  readonly province: WordList;
  readonly agency: WordList;
  readonly scope: WordList;
  readonly qualifier: WordList<(typeof qualifierLabels.codes)[number]>;
  readonly status: WordList<(typeof statusLabels.codes)[number]>;
  readonly multiplier: WordList<(typeof multiplierLabels.codes)[number]>;
  /** The period's one id, or null. */
  period(text: string): string | null;
}

/** A file of a million rows has a few thousand different words, so each is looked up once; no more are kept than these. */
const MOST_KEPT = 20_000;

function remembered<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = read(text);
    if (known.size < MOST_KEPT) known.set(text, value);
    return value;
  };
}

export function knownWords(catalogue: Catalogue): KnownWords {
  const scopes = [...catalogue.scopes.values()];
  const scopesByName = new Map(
    scopes.flatMap(({ code, name }) => [code, name.vi, name.en].map((word) => [foldText(word), code])),
  );
  return {
    indicator: wordList(
      { vi: 'chỉ tiêu', en: 'indicator' },
      (text) => (catalogue.indicators.has(text.trim()) ? text.trim() : undefined),
      () => catalogue.indicators.keys(),
    ),
    province: wordList(
      { vi: 'tỉnh, thành phố', en: 'province' },
      // A spreadsheet makes the number 1 of the code 01.
      (text) => (provinces.find(text) ?? provinces.find(text.trim().padStart(2, '0')))?.code,
      () => provinces.all.map(({ name }) => name.vi),
    ),
    agency: wordList(
      { vi: 'cơ quan', en: 'agency' },
      (text) => agencies.find(text)?.code,
      () => agencies.all.flatMap(({ name, code }) => [name.vi, code]),
    ),
    scope: wordList(
      { vi: 'phạm vi', en: 'scope' },
      (text) => scopesByName.get(foldText(text.trim())),
      () => scopes.flatMap(({ name, code }) => [name.vi, code]),
    ),
    qualifier: labels({ vi: 'mức độ', en: 'qualifier' }, qualifierLabels),
    status: labels({ vi: 'tình trạng', en: 'status' }, statusLabels),
    multiplier: labels({ vi: 'bội số', en: 'multiplier' }, multiplierLabels),
    period: remembered((text) => {
      try {
        return parseTimePeriod(text).id;
      } catch (error) {
        if (error instanceof CodedError) return null;
        throw error;
      }
    }),
  };
}

function wordList<Code extends string>(
  what: Bilingual,
  find: (text: string) => Code | undefined,
  words: () => Iterable<string>,
): WordList<Code> {
  return {
    what,
    read: remembered((text) => {
      const code = find(text);
      return code === undefined
        ? { kind: 'UNKNOWN', suggestion: nearestWord(text, words()) }
        : { kind: 'CODE', code };
    }),
  };
}

function labels<Code extends string>(what: Bilingual, list: LabelledList<Code>): WordList<Code> {
  return wordList(
    what,
    (text) => list.find(text) ?? undefined,
    () => list.codes.map((code) => list.labels[code].vi),
  );
}

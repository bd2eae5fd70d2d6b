import { displayFigure } from '../display-figure.ts';
import type { DocumentTexts } from '../document-text.ts';
import { figureSubject, agencyLabel } from '../figure-subject.ts';
import { figureOf } from '../figure.ts';
import { digested, type RecordRows } from '../load/rows-from-data.ts';
import { findDocument } from '../registers/documents.ts';
import { provinces } from '../registers/provinces.ts';
import type { HighlightRow, IndicatorRow, ObservationRow, TargetRow, TaskRow } from '../store/rows.ts';
import { periodLabel } from '../time-period/label.ts';
import { parseTimePeriod } from '../time-period/parse.ts';
import { searchKinds, type Bilingual } from '../vocabulary.ts';
import { entryWords } from './entry-words.ts';
import { codesWithAgency, provinceTerm } from './names.ts';
import type { SearchEntryRow } from './search-entry.ts';

/** What a record is found by, before its words are made of it. */
export type Findable = Pick<
  SearchEntryRow,
  '_id' | 'kind' | 'origin' | 'text' | 'details' | 'about' | 'day' | 'ordinal' | 'citation'
> & {
  readonly indicators: readonly string[];
  readonly provinces: readonly string[];
  readonly agencies: readonly string[];
  /** True for a figure that is printed only to compare with. */
  readonly minor: boolean;
};

/**
 * The search entries of a sector's records. What a source document says is found through its records: by the words of its title,
 * and, where its text is at hand, by those of the sentence that each is cited from (the document itself: entries-of-documents.ts). Of the sentence only the words are
 * kept, in no order; it is shown out of the text itself.
 */
export function entriesFromRows(
  { indicators, ...records }: RecordRows,
  texts: Pick<DocumentTexts, 'sentence'>,
): SearchEntryRow[] {
  const catalogue = new Map(indicators.map((indicator) => [indicator._id, indicator]));
  return [
    ...indicators.map((indicator) => entryOf(findableIndicator(indicator), catalogue, texts)),
    ...entriesOfRecords(records, indicators, texts),
  ];
}

/** The search entries of records alone; `indicators` names what they are about. */
export function entriesOfRecords(
  { observations = [], targets = [], tasks = [], highlights = [] }: Partial<Omit<RecordRows, 'indicators'>>,
  indicators: readonly IndicatorRow[],
  texts: Pick<DocumentTexts, 'sentence'>,
): SearchEntryRow[] {
  const catalogue = new Map(indicators.map((indicator) => [indicator._id, indicator]));
  return [
    // What a later revision took the place of is history, and no hit.
    ...observations
      .filter(({ supersededFrom }) => supersededFrom === null)
      .map((row) => findableObservation(row, catalogue)),
    ...targets.map(findableTarget),
    ...tasks.map(findableTask),
    ...highlights.map(findableHighlight),
  ].map((findable) => entryOf(findable, catalogue, texts));
}

/** The entry of anything that can be found. @param catalogue names the indicators it is about. */
export function entryOf(
  { indicators, minor, ...record }: Findable,
  catalogue: ReadonlyMap<string, IndicatorRow>,
  texts: Pick<DocumentTexts, 'sentence'>,
): SearchEntryRow {
  const { _id, kind, origin, text, details, day, ordinal, citation } = record;
  const about = [
    ...record.provinces.map((code) => provinces.get(code).name),
    ...record.agencies.map(agencyLabel),
    ...indicators.flatMap((code) => catalogue.get(code)?.name ?? []),
    ...record.about,
  ];
  return digested({
    _id,
    kind,
    origin,
    text,
    details,
    about,
    ...entryWords({
      statement: text,
      others: [...details, ...about],
      codes: [...record.provinces.map(provinceTerm), ...record.agencies.flatMap(codesWithAgency)],
      source:
        citation === null
          ? []
          : [...ifAny(titleOf(citation.document)?.vi ?? null), ...ifAny(texts.sentence(citation))],
    }),
    weight: searchKinds.indexOf(kind) * 10 + (minor ? 1 : 0),
    day,
    ordinal,
    citation,
  });
}

function titleOf(document: string): Bilingual | null {
  return findDocument(document)?.title ?? null;
}

const nothingElse = {
  details: [],
  about: [],
  provinces: [],
  agencies: [],
  indicators: [],
  minor: false,
};
/** Codes and printed figures are the same in both languages. */
const untranslated = (text: string): Bilingual => ({ vi: text, en: text });
const ifAny = <T>(value: T | null): T[] => (value === null ? [] : [value]);

function findableIndicator({ _id, ordinal, name, description, leadUnit }: IndicatorRow): Findable {
  return {
    ...nothingElse,
    _id,
    kind: 'INDICATOR',
    origin: 'DATA_FILE',
    text: name,
    details: [description],
    about: [untranslated(_id)],
    agencies: ifAny(leadUnit),
    day: null,
    ordinal,
    citation: null,
  };
}

function findableObservation(row: ObservationRow, catalogue: ReadonlyMap<string, IndicatorRow>): Findable {
  const { _id, indicator, province, agency, period, role, knownFrom, ordinal, citation } = row;
  return {
    ...nothingElse,
    _id,
    kind: 'OBSERVATION',
    origin: row.origin,
    text: figureSentence(row, catalogue),
    about: [...ifAny(citation?.printed ?? null), period, indicator].map(untranslated),
    provinces: ifAny(province),
    agencies: ifAny(agency),
    minor: role === 'BASE',
    day: knownFrom,
    ordinal,
    citation,
  };
}

/** "Doanh thu dịch vụ di động, tháng 6/2020: 7,39 nghìn tỷ đồng" */
function figureSentence(row: ObservationRow, catalogue: ReadonlyMap<string, IndicatorRow>): Bilingual {
  const indicator = catalogue.get(row.indicator);
  if (indicator === undefined) throw new Error(`the catalogue has no indicator ${row.indicator}`);
  const subject = figureSubject(indicator, row);
  const period = parseTimePeriod(row.period);
  const figure = figureOf(row);
  return {
    vi: `${subject.vi}, ${periodLabel(period, 'VI')}: ${displayFigure(figure, indicator.unit, 'VI')}`,
    en: `${subject.en}, ${periodLabel(period, 'EN')}: ${displayFigure(figure, indicator.unit, 'EN')}`,
  };
}

function findableTarget(row: TargetRow): Findable {
  const { _id, text, indicator, province, scope, leadUnits, document, ordinal, citation } = row;
  return {
    ...nothingElse,
    _id,
    kind: 'TARGET',
    origin: row.origin,
    text,
    about: [...ifAny(scope).map(({ name }) => name), ...ifAny(citation?.printed ?? null).map(untranslated)],
    indicators: [indicator],
    provinces: ifAny(province),
    agencies: leadUnits,
    day: dayOf(document),
    ordinal,
    citation,
  };
}

function findableTask(row: TaskRow): Findable {
  const { _id, title, progress, deadline, leadUnits, coordinatingUnits, assignedBy } = row;
  return {
    ...nothingElse,
    _id,
    kind: 'TASK',
    origin: row.origin,
    text: title,
    details: progress.map(({ text }) => text),
    about: [...ifAny(deadline).map(({ asPrinted }) => untranslated(asPrinted)), ...ifAny(assignedBy)],
    indicators: row.indicators,
    provinces: row.provinces,
    agencies: [...leadUnits, ...coordinatingUnits],
    day: row.assignedOn,
    ordinal: row.ordinal,
    citation: row.citation,
  };
}

function findableHighlight(row: HighlightRow): Findable {
  const { _id, text, document, ordinal, citation } = row;
  return {
    ...nothingElse,
    _id,
    kind: 'HIGHLIGHT',
    origin: row.origin,
    text,
    indicators: row.indicators,
    provinces: row.provinces,
    agencies: row.agencies,
    day: dayOf(document),
    ordinal,
    citation,
  };
}

function dayOf(document: string | null): string | null {
  return document === null ? null : (findDocument(document)?.issuedOn ?? null);
}

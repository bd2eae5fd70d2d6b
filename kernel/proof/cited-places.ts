import type { ContextRecord, DeadlineRecord, PlaceRecord } from '../data-files/formats.ts';
import type { ContextRole } from '../vocabulary.ts';
import type { DocumentToProve, SectorToProve } from './sector-to-prove.ts';

/**
 * What a span is cited as. A FIGURE, CHANGE, DEADLINE and CONTEXT print what they cite; a STATEMENT is told
 * in our own words and proves no number that stands in it.
 */
export type PlaceKind = 'FIGURE' | 'CHANGE' | 'DEADLINE' | 'CONTEXT' | 'STATEMENT' | 'EXCLUSION';

export interface CitedPlace {
  readonly kind: PlaceKind;
  /** The document's id. */
  readonly document: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly printed: string | undefined;
  /** What a CONTEXT is there for. */
  readonly role: ContextRole | null;
  /** The kind of record that cites it: "observation", "task" … */
  readonly record: string;
  /** The record's place in its data file. */
  readonly at: string;
}

/** Every span that a sector's data files cite, in the order of the files. */
export function citedPlaces({ documents }: Pick<SectorToProve, 'documents'>): CitedPlace[] {
  return documents.flatMap(placesOfDocument);
}

function placesOfDocument(from: DocumentToProve): CitedPlace[] {
  const collector = placeCollector(from.document.id);
  for (const { record, at } of from.observations) {
    const here = collector.of('observation', at);
    here.figure(record.cite);
    here.contexts(record.context);
    for (const comparison of record.comparisons) {
      here.place('CHANGE', comparison.cite);
      here.contexts(comparison.context);
    }
  }
  for (const { record, at } of from.targets) {
    const here = collector.of('target', at);
    here.figure(record.cite);
    here.deadline(record.deadline);
    here.contexts(record.context);
  }
  for (const { record, at } of from.tasks) {
    const here = collector.of('task', at);
    here.place('STATEMENT', record.cite);
    here.deadline(record.deadline);
    here.contexts(record.context);
    for (const note of record.progress) here.place('STATEMENT', note.cite, note.document);
  }
  const statements = [
    ...from.highlights.map((placed) => ({ ...placed, kind: 'highlight' })),
    ...from.legalDocuments.map((placed) => ({ ...placed, kind: 'legal document' })),
    ...(from.meeting === null ? [] : [{ ...from.meeting, kind: 'meeting' }]),
  ];
  for (const { record, at, kind } of statements) {
    const here = collector.of(kind, at);
    here.place('STATEMENT', record.cite);
    here.contexts(record.context);
  }
  for (const { record, at } of from.exclusions) collector.of('exclusion', at).place('EXCLUSION', record);
  return collector.found;
}

function placeCollector(ownDocument: string) {
  const found: CitedPlace[] = [];
  const of = (record: string, at: string) => {
    const place = (
      kind: PlaceKind,
      { line, start, end, printed }: PlaceRecord,
      document = ownDocument,
      role: ContextRole | null = null,
    ) => found.push({ kind, document, line, start, end, printed, role, record, at });
    return {
      place,
      figure: (cite: PlaceRecord) => place(cite.printed === undefined ? 'STATEMENT' : 'FIGURE', cite),
      deadline: (deadline: DeadlineRecord | undefined) => deadline && place('DEADLINE', deadline.cite),
      contexts: (contexts: readonly ContextRecord[]) =>
        contexts.forEach((context) => place('CONTEXT', context, ownDocument, context.for)),
    };
  };
  return { found, of };
}

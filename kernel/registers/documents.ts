import { z } from 'zod';
import { comparePeriods } from '../time-period/order.ts';
import { parseTimePeriod } from '../time-period/parse.ts';
import { documentKinds } from '../vocabulary.ts';
import { readRegister } from './read-register.ts';

const documentFormat = z.strictObject({
  id: z.string().min(1),
  edition: z.string(),
  kind: z.enum(documentKinds),
  issuedOn: z.iso.date(),
  heldOn: z.iso.date(),
  title: z.strictObject({ vi: z.string(), en: z.string() }),
});
/** A source document; its text is read at run time from the folder of documents, by its id. */
export type DocumentEntry = Readonly<z.infer<typeof documentFormat>>;

export const documents: readonly DocumentEntry[] = readRegister<DocumentEntry>(
  'documents.yml',
  documentFormat,
);

const byId = new Map(documents.map((document) => [document.id, document]));

export function findDocument(id: string): DocumentEntry | undefined {
  return byId.get(id);
}

/** The documents of a briefing, by the period it reports on. */
export function documentsOf(edition: string): readonly DocumentEntry[] {
  return documents.filter((document) => document.edition === edition);
}

/** The reporting periods of all briefings, newest first. */
export const editions: readonly string[] = [...new Set(documents.map((document) => document.edition))]
  .map((edition) => parseTimePeriod(edition))
  .sort((a, b) => comparePeriods(b, a))
  .map((period) => period.id);

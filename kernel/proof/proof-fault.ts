/** What the proof holds a record to; each has its own file beside this one. */
export const checkNames = [
  'CODES',
  'SPANS',
  'FIGURES',
  'COMPARISONS',
  'DEADLINES',
  'PERIODS',
  'STATUSES',
  'PROVINCES',
  'WHOLE_READINGS',
  'OFFICE_RECORDS',
  'PROGRESS',
  'HEADLINES',
  'DOUBLES',
  'COVERAGE',
  'EXCLUSIONS',
  'OWN_WORDS',
] as const;
export type CheckName = (typeof checkNames)[number];

/** The checks that say nothing of a document whose text is not at hand. */
export const checksOfTexts: ReadonlySet<CheckName> = new Set([
  'SPANS',
  'STATUSES',
  'PROVINCES',
  'WHOLE_READINGS',
  'COVERAGE',
  'OWN_WORDS',
]);

/** Something that the proof could not let pass. */
export interface ProofFault {
  readonly check: CheckName;
  /** The record in its data file ("…/observations.yml:12"), else the line of the document. */
  readonly at: string;
  readonly fault: string;
}

/** The lines of a document's text in NFC, line 1 first; null where the text is not at hand. */
export type LinesOf = (document: string) => readonly string[] | null;

import type { CitationRow, Loaded } from '../../kernel/store/rows.ts';
import type { Bilingual, LegalDocumentKind, LegalDocumentStatus } from '../../kernel/vocabulary.ts';

/** A meeting. */
export interface MeetingSource {
  _id: string;
  edition: string;
  heldOn: string;
  title: Bilingual;
  chair: string | null;
  participants: Bilingual | null;
  /** Null for the meeting of a briefing that the Office has opened. */
  citation: CitationRow | null;
}
export interface LegalDocumentSource extends Loaded {
  _id: string;
  edition: string;
  document: string;
  ordinal: number;
  number: string | null;
  kind: LegalDocumentKind;
  title: Bilingual;
  issuedOn: string | null;
  issuer: string | null;
  status: LegalDocumentStatus;
  provinces: string[];
  citation: CitationRow;
}
/** Which documents report an edition; their names are the kernel's register, their texts stand in a folder. */
export interface SourceDocumentSource extends Loaded {
  _id: string;
  edition: string;
  issuedOn: string;
}
/** A meeting in the Office's database; its id is the document that tells of it. */
export interface MeetingRow extends Loaded, MeetingSource {}
/** That the Office has opened a briefing, or moved its meeting: each time a row of its own, the last one counts. */
export interface OpeningRow {
  /** The edition, and which time: "2022-09#1". */
  _id: string;
  edition: string;
  time: number;
  heldOn: string;
  title: Bilingual;
  openedAt: Date;
  openedBy: string;
}

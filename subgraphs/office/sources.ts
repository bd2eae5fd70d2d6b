import type { CitationRow, Loaded } from '../../kernel/store/rows.ts';
import type { Bilingual, LegalDocumentKind, LegalDocumentStatus } from '../../kernel/vocabulary.ts';

/** A meeting in the Office's database; its id is the document that tells of it. */
export interface MeetingSource extends Loaded {
  _id: string;
  edition: string;
  heldOn: string;
  title: Bilingual;
  chair: string | null;
  participants: Bilingual | null;
  citation: CitationRow;
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

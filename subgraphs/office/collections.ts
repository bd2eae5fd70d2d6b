import { schemaParts } from '../../kernel/store/schemas.ts';
import { legalDocumentKinds, legalDocumentStatuses } from '../../kernel/vocabulary.ts';
import type { LegalDocumentSource, MeetingRow, OpeningRow, SourceDocumentSource } from './sources.ts';

const { row, loaded, text, optionalText, day, dayOrNull, texts, oneOf, bilingual, citation, cited } =
  schemaParts;

/** The collections that only the Office has. */
export const collections = {
  Meeting: row<MeetingRow>(
    'meetings',
    {
      ...loaded,
      edition: text,
      heldOn: day,
      title: { type: bilingual, required: true },
      chair: optionalText,
      participants: { type: bilingual, default: null },
      citation: { type: citation, required: true },
    },
    [[{ edition: 1, heldOn: 1, _id: 1 }]],
  ),
  LegalDocument: row<LegalDocumentSource>(
    'legal_documents',
    {
      ...loaded,
      ...cited,
      number: optionalText,
      kind: oneOf(legalDocumentKinds),
      title: { type: bilingual, required: true },
      issuedOn: dayOrNull,
      issuer: optionalText,
      status: oneOf(legalDocumentStatuses),
      provinces: texts,
    },
    [[{ edition: 1, document: 1, ordinal: 1, _id: 1 }]],
  ),
  Opening: row<OpeningRow>(
    'openings',
    {
      edition: text,
      time: { type: Number, required: true },
      heldOn: day,
      title: { type: bilingual, required: true },
      openedAt: { type: Date, required: true },
      openedBy: text,
    },
    [[{ edition: 1, time: -1 }, { unique: true }]],
  ),
  SourceDocument: row<SourceDocumentSource>('source_documents', { ...loaded, edition: text, issuedOn: day }, [
    [{ edition: 1, issuedOn: 1, _id: 1 }],
  ]),
};

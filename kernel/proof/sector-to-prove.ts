import { join } from 'node:path';
import {
  legalDocumentFormat,
  meetingFormat,
  type LegalDocumentRecord,
  type MeetingRecord,
} from '../data-files/formats.ts';
import { readSectorData, type Catalogue, type DocumentData } from '../data-files/read-sector-data.ts';
import { readObject, readRecords, type Faults, type Placed } from '../data-files/read-yaml.ts';
import type { Sector } from '../sectors.ts';

export interface DocumentToProve extends DocumentData {
  readonly meeting: Placed<MeetingRecord> | null;
  readonly legalDocuments: readonly Placed<LegalDocumentRecord>[];
}
/** All that a team's data files say, the records that only the Office has included. */
export interface SectorToProve {
  readonly sector: Sector;
  readonly catalogue: Catalogue;
  readonly documents: readonly DocumentToProve[];
}

/**
 * Reads a team's data files whole. The Office's files are looked for in every team's folder: a team that
 * writes one by mistake has it proven, where the loader would pass it over. What breaks the format goes to
 * `faults`.
 */
export function readSectorToProve(sector: Sector, faults: Faults): SectorToProve {
  const { documents, ...rest } = readSectorData(sector, faults);
  return {
    ...rest,
    documents: documents.map((from) => ({
      ...from,
      meeting: readObject(join(from.folder, 'meeting.yml'), meetingFormat, faults),
      legalDocuments: readRecords(join(from.folder, 'legal-documents.yml'), legalDocumentFormat, faults),
    })),
  };
}

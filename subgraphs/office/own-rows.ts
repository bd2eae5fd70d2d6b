import { join } from 'node:path';
import { legalDocumentFormat, meetingFormat } from '../../kernel/data-files/formats.ts';
import { readObject, readRecords, type Faults } from '../../kernel/data-files/read-yaml.ts';
import type { DocumentData } from '../../kernel/data-files/read-sector-data.ts';
import { citationRow, digested, ordinalOf } from '../../kernel/load/rows-from-data.ts';
import { agencies } from '../../kernel/registers/agencies.ts';
import { documents } from '../../kernel/registers/documents.ts';
import { provinces } from '../../kernel/registers/provinces.ts';
import type { LegalDocumentSource, MeetingRow, SourceDocumentSource } from './sources.ts';

/** The rows of the Office's own collections, out of its data files and of the register of documents. */
export function ownRows(data: readonly DocumentData[], faults: Faults) {
  return {
    Meeting: data.flatMap((from) => meetingRow(from, faults)),
    LegalDocument: data.flatMap((from) => legalDocumentRows(from, faults)),
    SourceDocument: documents.map(({ id, edition, issuedOn }): SourceDocumentSource =>
      digested({ _id: id, edition, issuedOn }),
    ),
  };
}

function meetingRow({ document, folder }: DocumentData, faults: Faults): MeetingRow[] {
  const read = readObject(join(folder, 'meeting.yml'), meetingFormat, faults);
  if (read === null) return [];
  const { heldOn, title, chair, participants, cite, context } = read.record;
  if (heldOn !== document.heldOn)
    faults.add(read.at, `the register says the meeting was on ${document.heldOn}`);
  return [
    digested({
      _id: document.id,
      edition: document.edition,
      heldOn,
      title,
      chair: chair ?? null,
      participants: participants ?? null,
      citation: citationRow(document.id, cite, context),
    }),
  ];
}

function legalDocumentRows({ document, folder }: DocumentData, faults: Faults): LegalDocumentSource[] {
  return readRecords(join(folder, 'legal-documents.yml'), legalDocumentFormat, faults).map(
    ({ record, at }) => {
      if (record.issuer !== undefined && agencies.find(record.issuer)?.code !== record.issuer)
        faults.add(at, `there is no agency ${record.issuer}`);
      for (const code of record.provinces)
        if (provinces.find(code)?.code !== code) faults.add(at, `there is no province ${code}`);
      const { id, cite, context, number, issuedOn, issuer, ...rest } = record;
      return digested({
        _id: `OFFICE:legal-document:${document.edition}:${id}`,
        edition: document.edition,
        document: document.id,
        ordinal: ordinalOf(cite),
        number: number ?? null,
        issuedOn: issuedOn ?? null,
        issuer: issuer ?? null,
        ...rest,
        citation: citationRow(document.id, cite, context),
      });
    },
  );
}

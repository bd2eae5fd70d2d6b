import type { LegalDocumentRecord, MeetingRecord } from '../data-files/formats.ts';
import type { DocumentEntry } from '../registers/documents.ts';
import { parseTimePeriod } from '../time-period/parse.ts';
import { namesPeriod } from './names-period.ts';
import { legalNumbers, legalNumberShape, meetingTimes } from './office-numbers.ts';
import type { LinesOf, ProofFault } from './proof-fault.ts';
import type { SectorToProve } from './sector-to-prove.ts';
import { timeMentions } from './time-mentions.ts';

/**
 * A meeting was on the register's day, and its statement prints that day and its edition; a legal
 * document's number and day stand in its statement, and no number that stands there is left out.
 */
export function checkOfficeRecords(
  { documents }: Pick<SectorToProve, 'documents'>,
  linesOf: LinesOf,
): ProofFault[] {
  return documents.flatMap(({ document, meeting, legalDocuments }) => {
    const lines = linesOf(document.id);
    const line = (number: number) => lines?.[number - 1] ?? null;
    const placed = [
      ...(meeting === null
        ? []
        : meetingFaults(meeting.record, document, line(meeting.record.cite.line)).map((fault) => ({
            at: meeting.at,
            fault,
          }))),
      ...legalDocuments.flatMap(({ record, at }) =>
        legalDocumentFaults(record, document, line(record.cite.line)).map((fault) => ({ at, fault })),
      ),
    ];
    return placed.map((found) => ({ check: 'OFFICE_RECORDS' as const, ...found }));
  });
}

export function meetingFaults(record: MeetingRecord, document: DocumentEntry, line: string | null): string[] {
  const faults: string[] = [];
  if (record.heldOn !== document.heldOn)
    faults.push(`heldOn is ${record.heldOn}, but the register says ${document.heldOn}`);
  if (line === null) return faults;
  const times = meetingTimes(record, document, line);
  if (!times.some(({ period }) => period.id === document.heldOn))
    faults.push(`the statement does not print the day ${document.heldOn}`);
  const contexts = record.context.flatMap(({ printed }) => timeMentions(printed, document.heldOn));
  const edition = parseTimePeriod(document.edition);
  if (![...times, ...contexts].some((mention) => namesPeriod(mention, edition, 'FLOW')))
    faults.push(`neither the statement nor a context prints the edition's period, ${document.edition}`);
  return faults;
}

export function legalDocumentFaults(
  record: LegalDocumentRecord,
  document: DocumentEntry,
  line: string | null,
): string[] {
  if (line === null) return [];
  const { number, day } = legalNumbers(record, document.heldOn, line);
  const printed = legalNumberShape.exec(line.slice(record.cite.start, record.cite.end))?.[0];
  const faults: string[] = [];
  if (record.number !== undefined && number === null)
    faults.push(`the statement does not print the number ${record.number}`);
  if (printed !== undefined && printed !== record.number)
    faults.push(`the statement prints the number ${printed}, but number is ${record.number ?? 'absent'}`);
  if (record.issuedOn !== undefined && day === null)
    faults.push(`the statement does not print the day ${record.issuedOn}`);
  return faults;
}

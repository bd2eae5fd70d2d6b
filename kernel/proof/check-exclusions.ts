import type { ExclusionRecord } from '../data-files/formats.ts';
import { quoted } from '../quoted.ts';
import type { DocumentEntry } from '../registers/documents.ts';
import { deadlineMarks } from './number-tokens.ts';
import { legalNumberShape } from './office-numbers.ts';
import type { LinesOf, ProofFault } from './proof-fault.ts';
import type { SectorToProve } from './sector-to-prove.ts';
import { timeMentions } from './time-mentions.ts';
import { unreadNumbers } from './unread-times.ts';

/**
 * An exclusion's reason is one that its words and its place bear out: a figure cannot be passed off as the
 * number of an item.
 */
export function checkExclusions(
  { documents }: Pick<SectorToProve, 'documents'>,
  linesOf: LinesOf,
): ProofFault[] {
  return documents.flatMap(({ document, exclusions }) =>
    exclusions.flatMap(({ record, at }) => {
      const fault = exclusionFault(record, document, linesOf(document.id)?.[record.line - 1] ?? null);
      return fault === null ? [] : [{ check: 'EXCLUSIONS' as const, at, fault }];
    }),
  );
}

/** @param line null where the text is not at hand. */
export function exclusionFault(
  { printed, reason, note, start }: ExclusionRecord,
  document: DocumentEntry,
  line: string | null,
): string | null {
  const needed = {
    ENUMERATION: 'must stand at the beginning of its line',
    LEVEL_NAME: 'must hold "mức độ" before its numbers',
    NAME: 'must hold the name whole, letters and all',
    DOCUMENT_NUMBER: 'must be the number of a legal document, such as 964/QĐ-TTg',
    MEETING_DATE: 'must be the day of the meeting or of its publication',
    PERIOD_NAME: 'must be a time and nothing else',
    TECHNICAL_TERM: 'needs a note that tells the term',
    OTHER: 'needs a note that tells the reason',
    PAGE_FURNITURE: '',
  }[reason];
  return bearsOut(reason, printed, start, note, document, line)
    ? null
    : `${quoted(printed)}, ${reason}, ${needed}`;
}

function bearsOut(
  reason: ExclusionRecord['reason'],
  printed: string,
  start: number,
  note: string | undefined,
  document: DocumentEntry,
  line: string | null,
): boolean {
  const times = timeMentions(printed, document.heldOn);
  switch (reason) {
    case 'PAGE_FURNITURE':
      return true;
    case 'ENUMERATION':
      return line === null || /^[\s*+-]*$/u.test(line.slice(0, start));
    case 'LEVEL_NAME':
      return /^mức độ \d/iu.test(printed);
    case 'NAME':
      return /\p{L}/u.test(printed) && deadlineMarks(printed).length === 0;
    case 'DOCUMENT_NUMBER':
      return legalNumberShape.test(printed);
    case 'MEETING_DATE':
      return times.some(({ period }) => period.id === document.heldOn || period.id === document.issuedOn);
    case 'PERIOD_NAME':
      return times.length > 0 && unreadNumbers(printed, document.heldOn).length === 0;
    case 'TECHNICAL_TERM':
    case 'OTHER':
      return note !== undefined;
  }
}

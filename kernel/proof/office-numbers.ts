import type { LegalDocumentRecord, MeetingRecord, PlaceRecord } from '../data-files/formats.ts';
import type { LocalDate } from '../local-date.ts';
import type { DocumentEntry } from '../registers/documents.ts';
import { parseTimePeriod } from '../time-period/parse.ts';
import { namesPeriod } from './names-period.ts';
import type { Token } from './number-tokens.ts';
import { timeMentions, type TimeMention } from './time-mentions.ts';

/**
 * The times in a meeting's statement that its record and the register answer for: its day and its edition's
 * period.
 */
export function meetingTimes({ cite }: MeetingRecord, document: DocumentEntry, line: string): TimeMention[] {
  const edition = parseTimePeriod(document.edition);
  return inside(cite, timeMentions(line, document.heldOn)).filter(
    (mention) => mention.period.id === document.heldOn || namesPeriod(mention, edition, 'FLOW'),
  );
}

/** Where a legal document's statement prints its number and its day; null where it does not, or has none. */
export function legalNumbers(
  { cite, number, issuedOn }: LegalDocumentRecord,
  heldOn: LocalDate,
  line: string,
): { readonly number: Token | null; readonly day: Token | null } {
  const day = inside(cite, timeMentions(line, heldOn)).find(({ period }) => period.id === issuedOn);
  if (number === undefined) return { number: null, day: day ?? null };
  const at = line.slice(cite.start, cite.end).indexOf(number.normalize('NFC'));
  const start = cite.start + at;
  return {
    number: at < 0 ? null : { start, end: start + number.length, text: number },
    day: day ?? null,
  };
}

/** "964/QĐ-TTg", "48/2022/NĐ-CP" in a text. */
export const legalNumberShape = /\d+(?:\/\d{4})?\/[A-ZĐ]+\d*(?:-[\p{L}\d]+)+/u;

function inside<T extends Token>(
  { start, end }: Pick<PlaceRecord, 'start' | 'end'>,
  tokens: readonly T[],
): T[] {
  return tokens.filter((token) => start <= token.start && token.end <= end);
}

import type { LocalDate } from '../local-date.ts';
import { documentsOf } from '../registers/documents.ts';
import { parseTimePeriod } from '../time-period/parse.ts';

/** The day of a briefing's meeting, of several the last; where no document tells of one, the last day of its period. */
export function meetingDay(edition: string): LocalDate {
  const days = documentsOf(edition).map(({ heldOn }) => heldOn);
  return days.toSorted().at(-1) ?? parseTimePeriod(edition).end;
}

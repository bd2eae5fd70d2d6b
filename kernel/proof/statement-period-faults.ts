import type { ContextRecord, DeadlineRecord } from '../data-files/formats.ts';
import { quoted } from '../quoted.ts';
import type { DocumentEntry } from '../registers/documents.ts';
import { parseTimePeriod } from '../time-period/parse.ts';
import type { Bilingual } from '../vocabulary.ts';
import { timeMentions } from './time-mentions.ts';

interface Statement {
  readonly context: readonly ContextRecord[];
  readonly deadline?: DeadlineRecord | undefined;
  readonly title?: Bilingual | undefined;
  readonly text?: Bilingual | undefined;
}

/**
 * A time beside a task, target, highlight, meeting or legal document stores nothing; its year must be one
 * of the edition, the meeting or the deadline, or stand in the record's own words ("văn bản năm 2019",
 * "giai đoạn 2020-2025"), so that a PERIOD context cannot hide a number that is none of them.
 */
export function statementPeriodFaults(record: Statement, document: DocumentEntry): string[] {
  const { context, deadline } = record;
  const edition = parseTimePeriod(document.edition);
  const days = [edition.start, edition.end, document.heldOn, deadline?.earliest, deadline?.latest];
  const told = timeMentions(`${record.title?.vi ?? ''} ${record.text?.vi ?? ''}`, document.heldOn);
  const years = [
    ...days.flatMap((day) => (day === undefined ? [] : [day.slice(0, 4)])),
    ...told.map(({ period }) => period.start.slice(0, 4)),
  ];
  return context
    .filter(({ for: role }) => role === 'PERIOD')
    .flatMap(({ printed }) => timeMentions(printed, document.heldOn))
    .filter(({ yearPrinted, period }) => yearPrinted && !years.includes(period.start.slice(0, 4)))
    .map(
      ({ text }) =>
        `${quoted(text)} is of no year of the edition, the meeting, the deadline or the record's own words`,
    );
}

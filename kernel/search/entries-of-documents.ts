import type { DocumentEntry } from '../registers/documents.ts';
import { periodLabel } from '../time-period/label.ts';
import { parseTimePeriod } from '../time-period/parse.ts';
import { entryOf } from './entries-from-rows.ts';
import type { SearchEntryRow } from './search-entry.ts';

/**
 * The search entries of the source documents themselves, by title, id, briefing and day: in the Office's index only, whose they are.
 * What they say is found through the sectors' records. A document is its own source, so that its entry has no citation.
 */
export function entriesOfDocuments(documents: readonly DocumentEntry[]): SearchEntryRow[] {
  return documents.map(({ id, edition, issuedOn, heldOn, title }, ordinal) => {
    const period = parseTimePeriod(edition);
    const days = [...new Set([issuedOn, heldOn])].map((day) => parseTimePeriod(day));
    const named = [period, ...days].map((time) => ({
      vi: periodLabel(time, 'VI'),
      en: periodLabel(time, 'EN'),
    }));
    const codes = [id, edition, ...days.map((day) => day.id)].map((code) => ({ vi: code, en: code }));
    return entryOf(
      {
        _id: id,
        kind: 'DOCUMENT',
        origin: 'DATA_FILE',
        text: title,
        details: [],
        about: [...named, ...codes],
        indicators: [],
        provinces: [],
        agencies: [],
        minor: false,
        day: issuedOn,
        ordinal,
        citation: null,
      },
      new Map(),
      { sentence: () => null },
    );
  });
}

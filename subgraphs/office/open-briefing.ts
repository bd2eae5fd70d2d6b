import type { Model } from 'mongoose';
import { CodedError } from '../../kernel/errors.ts';
import { parseLocalDate } from '../../kernel/local-date.ts';
import { DUPLICATE_KEY, hasErrorCode } from '../../kernel/mongodb/error-code.ts';
import { documentsOf, editions } from '../../kernel/registers/documents.ts';
import { READ_TIME_MS, type SectorStore } from '../../kernel/store/sector-store.ts';
import { periodLabel } from '../../kernel/time-period/label.ts';
import { comparePeriods } from '../../kernel/time-period/order.ts';
import { parseTimePeriod } from '../../kernel/time-period/parse.ts';
import type { Bilingual } from '../../kernel/vocabulary.ts';
import type { MeetingSource, OpeningRow } from './sources.ts';

const openingsOf = ({ own }: SectorStore) => own['Opening'] as unknown as Model<OpeningRow>;

interface Opening {
  readonly period: string;
  readonly heldOn: string;
  readonly title: Bilingual | null;
  readonly by: string;
}

/**
 * Opens a briefing, or moves the meeting of one that is open. Refuses (INVALID_ARGUMENT) one that a document reports, and a
 * day before its period begins. What was opened before is kept.
 */
export async function openBriefing(
  store: SectorStore,
  { period, heldOn, title, by }: Opening,
): Promise<string> {
  const { id: edition, start } = parseTimePeriod(period);
  const day = parseLocalDate(heldOn);
  if (documentsOf(edition).length > 0)
    throw new CodedError('INVALID_ARGUMENT', `The briefing ${edition} was held: a document reports it.`);
  if (day < start)
    throw new CodedError(
      'INVALID_ARGUMENT',
      `heldOn must not lie before the period begins on ${start}, but got: ${day}.`,
    );
  const openings = openingsOf(store);
  const last = await openings.findOne({ edition }).sort({ edition: 1, time: -1 }).lean<OpeningRow>();
  const time = (last?.time ?? 0) + 1;
  const row = {
    _id: `${edition}#${time}`,
    edition,
    time,
    heldOn: day,
    title: title ?? last?.title ?? usualTitle(edition),
    openedAt: new Date(),
    openedBy: by,
  };
  try {
    await openings.insertMany([row]);
  } catch (error) {
    if (!hasErrorCode(error, DUPLICATE_KEY)) throw error;
    throw new CodedError(
      'VERSION_CONFLICT',
      `Somebody else just opened the briefing ${edition}: look at it again.`,
    );
  }
  return edition;
}

function usualTitle(edition: string): Bilingual {
  const period = parseTimePeriod(edition);
  return {
    vi: `Giao ban quản lý nhà nước ${periodLabel(period, 'VI')}`,
    en: `State-management briefing of ${periodLabel(period, 'EN')}`,
  };
}

/** All briefings, newest first: those that documents report, and those that were opened. */
export async function allEditions(store: SectorStore): Promise<readonly string[]> {
  const opened = await openingsOf(store)
    .find({}, { edition: 1 })
    .maxTimeMS(READ_TIME_MS)
    .lean<{ edition: string }[]>();
  return [...new Set([...editions, ...opened.map(({ edition }) => edition)])]
    .map((edition) => parseTimePeriod(edition))
    .sort((a, b) => comparePeriods(b, a))
    .map(({ id }) => id);
}

/** The meeting that a briefing was opened with; the last word counts. */
export function openedMeeting({ _id, edition, heldOn, title }: OpeningRow): MeetingSource {
  return { _id, edition, heldOn, title, chair: null, participants: null, citation: null };
}

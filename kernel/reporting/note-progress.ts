import type { ClientSession } from 'mongoose';
import type { ProgressNoteInput } from '../../generated/kernel.ts';
import { CodedError } from '../errors.ts';
import { parseLocalDate, todayInHanoi } from '../local-date.ts';
import { quoted } from '../quoted.ts';
import { entriesOfRecords } from '../search/entries-from-rows.ts';
import type { IndicatorRow, ProgressRow, TaskRow } from '../store/rows.ts';
import { taskState } from '../task-state.ts';
import type { Desk } from './desk.ts';
import { fieldChanges } from './field-changes.ts';
import { bilingualOf } from './read-text.ts';
import { changeSection, nothingDone, type SectionChange } from './section-change.ts';

/**
 * Adds a note to a published task, which then stands as the latest of its notes says. Refuses (INVALID_ARGUMENT) a note of
 * a day before the assignment or after today.
 */
export async function noteProgress(
  { store, texts, by }: Desk,
  { task: id, version, note }: { task: string; version: number; note: ProgressNoteInput },
): Promise<SectionChange> {
  const text = bilingualOf(note.text);
  const today = todayInHanoi();
  const notedOn = note.notedOn == null ? today : parseLocalDate(note.notedOn);
  const { edition } = await publishedTask(null);
  const request = { edition, version, by, action: 'NOTE_PROGRESS' } as const;
  return changeSection(store, request, async (session) => {
    const before = await publishedTask(session);
    if (notedOn < before.assignedOn || notedOn > today)
      throw new CodedError(
        'INVALID_ARGUMENT',
        `notedOn must be a day from the assignment on ${before.assignedOn} to today, but got: ${notedOn}.`,
      );
    const fresh: ProgressRow = {
      id: `${id}:note:${before.progress.length + 1}`,
      notedOn,
      text,
      status: note.status,
      madeBy: by,
      citation: null,
    };
    // Of the same day, the one that was made later counts.
    const progress = [...before.progress, fresh].sort((a, b) => a.notedOn.localeCompare(b.notedOn));
    // A note that says anything but done takes the declared day of completion back.
    const declared = progress.at(-1)?.status === 'DONE' && before.progress.length === 0 ? before : null;
    const state = taskState({ status: before.status, completedOn: declared?.completedOn ?? null }, progress);
    const after: TaskRow = { ...before, progress, ...state };
    await store.tasks.updateOne({ _id: id }, { $set: { progress, ...state } }, { session });
    const indicators = await store.indicators.find().session(session).lean<IndicatorRow[]>();
    const [entry] = entriesOfRecords({ tasks: [after] }, indicators, texts);
    if (entry !== undefined) await store.searchEntries.replaceOne({ _id: id }, entry, { session });
    return {
      ...nothingDone,
      changed: 1,
      changes: fieldChanges(id, before, after),
      section: { publishedVersion: version + 1 },
    };
  });

  async function publishedTask(session: ClientSession | null): Promise<TaskRow> {
    const row = await store.tasks.findById(id).session(session).lean<TaskRow>();
    if (row?.batch === null) return row;
    throw new CodedError(
      'UNKNOWN_CODE',
      `There is no published task ${quoted(id)}. One that waits in a draft is changed by saving it again.`,
    );
  }
}

import { CodedError } from '../errors.ts';
import { visibilityOf, visibleRecords } from '../store/visibility.ts';
import type { AuditChangeRow, SectionRow } from '../store/rows.ts';
import type { SectorStore } from '../store/sector-store.ts';
import type { ClientSession } from 'mongoose';
import type { Desk } from './desk.ts';
import { alreadyPublished, countDraft, draftCollections, isInDraft, type DraftRow } from './draft-records.ts';
import { fieldChanges } from './field-changes.ts';
import { refuseCount } from './record-faults.ts';
import { changeSection, nothingDone, type SectionChange } from './section-change.ts';

/**
 * Takes records of the draft away. Refuses ids that are none of the section's (UNKNOWN_CODE) and published records
 * (ALREADY_PUBLISHED), and then takes none.
 */
export async function removeRecords(
  { store, by }: Desk,
  { edition, version, ids }: { edition: string; version: number; ids: readonly string[] },
): Promise<SectionChange> {
  refuseCount(ids.length);
  const request = { edition, version, by, action: 'REMOVE_RECORDS' } as const;
  return changeSection(store, request, async (session, section) => {
    const found = await recordsOf(store, ids, section, session);
    const unknown = ids.filter((id) => !found.has(id));
    if (unknown.length > 0)
      throw new CodedError(
        'UNKNOWN_CODE',
        `Nothing was taken away: there is no record ${unknown.slice(0, 5).join(', ')} in the section ${edition}.`,
      );
    const published = [...found.values()].filter((row) => !isInDraft(row, section));
    if (published.length > 0) throw alreadyPublished(published.map(({ _id }) => _id));
    const changes: AuditChangeRow[] = [];
    for (const row of found.values()) changes.push(...fieldChanges(row._id, row, null));
    for (const model of draftCollections(store))
      await model.deleteMany({ _id: { $in: [...found.keys()] } }, { session });
    const isEmpty = (await countDraft(store, section, session)) === 0;
    return {
      ...nothingDone,
      removed: found.size,
      changes,
      ...(isEmpty ? { section: { draft: [] } } : {}),
    };
  });
}

async function recordsOf(
  store: SectorStore,
  ids: readonly string[],
  section: SectionRow,
  session: ClientSession,
): Promise<ReadonlyMap<string, DraftRow>> {
  const visible = visibleRecords(visibilityOf([section], true));
  const found = new Map<string, DraftRow>();
  for (const model of draftCollections(store)) {
    const rows = await model
      .find({ $and: [{ _id: { $in: [...ids] }, edition: section._id }, visible] } as object)
      .session(session)
      .lean<DraftRow[]>();
    for (const row of rows) found.set(row._id, row);
  }
  return found;
}

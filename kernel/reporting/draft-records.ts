import type { ClientSession, Model, QueryFilter } from 'mongoose';
import type { HighlightRow, ObservationRow, SectionRow, TargetRow, TaskRow } from '../store/rows.ts';
import type { SectorStore } from '../store/sector-store.ts';
import { visibilityOf, visibleFigures, visibleRecords } from '../store/visibility.ts';
import { CodedError } from '../errors.ts';
import { fieldChanges } from './field-changes.ts';
import type { Worked } from './section-change.ts';

export type DraftRow = ObservationRow | TaskRow | HighlightRow | TargetRow;

/** The collections that a draft is made of. */
export function draftCollections(store: SectorStore): readonly Model<DraftRow>[] {
  const { observations, tasks, highlights, targets } = store;
  return [observations, tasks, highlights, targets] as unknown as readonly Model<DraftRow>[];
}

/** The prefix of the batch into which records are saved one by one; those of imports have the import's name. */
const SAVED = 'saved:';

/** The batch of the section's draft that saved records go to: the one that is open, else a new one. */
export function savingBatch({ _id, draft, version }: SectionRow): string {
  return draft.find((batch) => batch.startsWith(SAVED)) ?? `${SAVED}${_id}@${version + 1}`;
}

/** Whether a record may still be changed: it waits in the section's draft. */
export function isInDraft({ batch }: Pick<DraftRow, 'batch'>, { draft }: SectionRow): boolean {
  return batch !== null && draft.includes(batch);
}

/** What was done, and the ids of the records that were given, in their order. */
export interface Brought {
  readonly ids: readonly string[];
  readonly worked: Worked;
}

/**
 * Brings the given records into the section's draft: those that are there are replaced where they differ, and keep their
 * ids. Refuses (ALREADY_PUBLISHED) a record that is published.
 * @param keyOf what makes two records the same: the row's id, of a figure its key.
 */
export async function bringDraft<Row extends DraftRow>(
  model: Model<Row>,
  given: readonly Row[],
  section: SectionRow,
  { session, key }: { readonly session: ClientSession; readonly key: keyof Row & string },
): Promise<Brought> {
  const stored = await changeableRows(
    model,
    given.map((row) => row[key]),
    section,
    { session, key },
  );
  const work = { inserted: 0, changed: 0, left: 0 };
  const changes: Worked['changes'][number][] = [];
  const writes: object[] = [];
  const ids: string[] = [];
  for (const row of given) {
    const before = stored.get(row[key]) ?? null;
    ids.push(before?._id ?? row._id);
    if (before?.digest === row.digest) {
      work.left += 1;
      continue;
    }
    const after: Row = before === null ? row : { ...row, _id: before._id, batch: before.batch };
    changes.push(...fieldChanges(after._id, before, after));
    if (before === null) work.inserted += 1;
    else work.changed += 1;
    writes.push({ replaceOne: { filter: { _id: after._id }, replacement: after, upsert: true } });
  }
  // The driver's own: mongoose would clone every row to cast what is of its types already.
  if (writes.length > 0) await model.collection.bulkWrite(writes as never, { session });
  const batch = given[0]?.batch ?? null;
  const isNew = work.inserted > 0 && batch !== null && !section.draft.includes(batch);
  const draft = isNew ? { section: { draft: [...section.draft, batch] } } : {};
  return { ids, worked: { ...work, removed: 0, changes, ...draft } };
}

/**
 * The visible records of the edition by `key`, all of them of the section's draft. Refuses (ALREADY_PUBLISHED) where one of
 * them is published.
 */
export async function changeableRows<Row extends DraftRow>(
  model: Model<Row>,
  keys: readonly unknown[],
  section: SectionRow,
  { session, key }: { readonly session: ClientSession | null; readonly key: keyof Row & string },
): Promise<ReadonlyMap<unknown, Row>> {
  const visibility = visibilityOf([section], true);
  const isFigures = model.modelName === 'Observation';
  const visible = isFigures ? visibleFigures(visibility) : visibleRecords(visibility);
  const rows = await model
    .find({
      $and: [
        { [key]: { $in: keys }, edition: section._id },
        visible,
        isFigures ? { supersededFrom: null } : {},
      ],
    } as QueryFilter<Row>)
    .session(session)
    .lean<Row[]>();
  const published = rows.filter((row) => !isInDraft(row, section));
  if (published.length > 0) throw alreadyPublished(published.map(({ _id }) => _id));
  return new Map(rows.map((row) => [row[key], row]));
}

export function alreadyPublished(ids: readonly string[]): CodedError {
  return new CodedError(
    'ALREADY_PUBLISHED',
    `Nothing was saved: ${ids.length === 1 ? 'the record' : `${ids.length} records`} ${ids.slice(0, 5).join(', ')} ${
      ids.length === 1 ? 'is' : 'are'
    } published. Correct a published figure, or note the progress of a published task.`,
    { records: ids.slice(0, 100) },
  );
}

/** How many records wait in the section's draft; those that another of the draft takes the place of count as well. */
export async function countDraft(
  store: SectorStore,
  { _id: edition, draft }: Pick<SectionRow, '_id' | 'draft'>,
  session: ClientSession,
): Promise<number> {
  let count = 0;
  for (const model of draftCollections(store))
    count += await model.countDocuments({ edition, batch: { $in: draft } } as object).session(session);
  return count;
}

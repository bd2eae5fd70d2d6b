import type { ClientSession } from 'mongoose';
import { todayInHanoi, type LocalDate } from '../local-date.ts';
import { entriesOfRecords } from '../search/entries-from-rows.ts';
import type { IndicatorRow, ObservationRow, SectionRow } from '../store/rows.ts';
import type { Desk } from './desk.ts';
import { draftCollections } from './draft-records.ts';

/** What settling needs of a desk: nobody does it, it follows from a publishing. */
export type Settling = Pick<Desk, 'store' | 'texts'>;
type Batches = Pick<SectionRow, '_id' | 'settling'>;
const CHUNK = 1_000;

/**
 * Turns the records of the section's settling batches into published ones: known from `day`, in no batch, found by
 * search. What another record took the place of goes. Runs in chunks, each of which may be repeated: a process that dies
 * between two is taken up by the next that looks.
 */
export async function settleRecords(
  desk: Settling,
  section: Batches,
  day: LocalDate,
  session: ClientSession | null = null,
): Promise<void> {
  const { store } = desk;
  const { _id: edition, settling } = section;
  const inBatches = { edition, batch: { $in: settling } };
  const options = session === null ? {} : { session };
  // Only of this section's: another's import knows nothing of these batches.
  await store.observations.deleteMany({ edition, replacedBy: { $in: settling } } as object, options);
  const catalogue = await store.indicators.find().session(session).lean<IndicatorRow[]>();
  for (const model of draftCollections(store))
    for (;;) {
      const rows = await model
        .find(inBatches as object)
        .limit(CHUNK)
        .session(session)
        .lean<ObservationRow[]>();
      if (rows.length === 0) break;
      const figures = model.modelName === 'Observation';
      const settled = rows.map((row) => ({ ...row, batch: null, ...(figures ? { knownFrom: day } : {}) }));
      await index(desk, model.modelName, settled, catalogue, session);
      const set = figures ? { batch: null, knownFrom: day, replacedBy: [] } : { batch: null };
      await model.updateMany({ _id: { $in: rows.map(({ _id }) => _id) } }, { $set: set }, options);
    }
}

/** The records of one kind, as search finds them. */
async function index(
  { store, texts }: Settling,
  modelName: string,
  rows: readonly object[],
  indicators: readonly IndicatorRow[],
  session: ClientSession | null,
): Promise<void> {
  const kind = { Observation: 'observations', Target: 'targets', Task: 'tasks', Highlight: 'highlights' }[
    modelName
  ];
  if (kind === undefined) throw new Error(`no records of a section: ${modelName}`);
  const entries = entriesOfRecords({ [kind]: rows }, indicators, texts);
  await store.searchEntries.collection.bulkWrite(
    entries.map((entry) => ({
      replaceOne: { filter: { _id: entry._id }, replacement: entry, upsert: true },
    })) as never,
    session === null ? {} : { session },
  );
}

/**
 * A reader that looked at the section before it was published sees published records only: until every such reader has its
 * answer, none of the section's may become one, or it would see a part of them. Longer than any request takes.
 */
export const SETTLE_AFTER_MS = 60_000;

/**
 * Settles what any process has published and not settled, for each section that says so.
 * @param afterMs how long ago it must have been published.
 */
export async function settleSections(desk: Settling, afterMs = SETTLE_AFTER_MS): Promise<void> {
  const { store } = desk;
  const before = new Date(Date.now() - afterMs);
  const waiting = await store.sections
    .find({ settling: { $ne: [] }, publishedAt: { $lte: before } })
    .lean<SectionRow[]>();
  for (const section of waiting) {
    await settleRecords(desk, section, todayInHanoi(section.publishedAt ?? new Date()));
    await store.sections.updateOne({ _id: section._id }, { $pull: { settling: { $in: section.settling } } });
  }
}

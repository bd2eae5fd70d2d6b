import type { Model } from 'mongoose';
import type { SectorStore } from './sector-store.ts';

/**
 * Gives the rows of a version that knew no teams' reports the fields that rows have since then: all of them came from the
 * data files, and were published.
 */
export async function bringOldRowsUp(store: SectorStore): Promise<void> {
  const published = { origin: 'DATA_FILE', batch: null };
  await Promise.all([
    fill(store.observations, 'origin', [{ $set: { ...published, note: null, replacedBy: [] } }]),
    fill(store.tasks, 'origin', [{ $set: published }]),
    fill(store.highlights, 'origin', [{ $set: published }]),
    fill(store.targets, 'origin', [{ $set: published }]),
    fill(store.searchEntries, 'origin', [{ $set: { origin: 'DATA_FILE' } }]),
    fill(store.sections, 'draft', [
      { $set: { publishedVersion: '$version', publishedBy: null, draft: [], settling: [] } },
      { $unset: 'digest' },
    ]),
  ]);
}

/** The collection's own method: mongoose would refuse what its schema no longer has. */
async function fill(model: unknown, missing: string, update: object[]): Promise<void> {
  const { collection } = model as Model<unknown>;
  await collection.updateMany({ [missing]: { $exists: false } }, update);
}

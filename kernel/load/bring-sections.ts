import type { ClientSession, Model } from 'mongoose';
import type { SectionRow } from '../store/rows.ts';
import type { LoadCount } from './bring-records.ts';

/**
 * Publishes the sections that the data files report. A load that changed any record counts each of them one version on; one
 * that changed none leaves them. A section that is published by documents alone goes with the last of them; what a team
 * has drafted or published itself is never touched.
 */
export async function bringSections(
  model: Model<SectionRow>,
  published: ReadonlyMap<string, Date>,
  changed: boolean,
  session: ClientSession,
): Promise<LoadCount> {
  const stored = await model.find({}).session(session).lean<SectionRow[]>();
  const byEdition = new Map(stored.map((section) => [section._id, section]));
  const removed = stored.filter((section) => isDocumentsAlone(section) && !published.has(section._id));
  const replaced: SectionRow[] = [];
  let inserted = 0;
  for (const [edition, day] of published) {
    const before = byEdition.get(edition);
    const after = before === undefined ? freshSection(edition, day) : republished(before, day, changed);
    if (after === before) continue;
    replaced.push(after);
    if (before === undefined) inserted += 1;
  }
  if (removed.length > 0)
    await model.deleteMany({ _id: { $in: removed.map(({ _id }) => _id) } }, { session });
  if (replaced.length > 0)
    await model.bulkWrite(
      replaced.map((section) => ({
        replaceOne: { filter: { _id: section._id }, replacement: section, upsert: true },
      })),
      { session },
    );
  return {
    inserted,
    changed: replaced.length - inserted,
    removed: removed.length,
    left: published.size - replaced.length,
  };
}

function isDocumentsAlone({ state, publishedBy, draft }: SectionRow): boolean {
  return state === 'PUBLISHED' && publishedBy === null && draft.length === 0;
}

function freshSection(edition: string, publishedAt: Date): SectionRow {
  return {
    _id: edition,
    state: 'PUBLISHED',
    version: 1,
    publishedVersion: 1,
    publishedAt,
    publishedBy: null,
    draft: [],
    settling: [],
  };
}

function republished(before: SectionRow, day: Date, changed: boolean): SectionRow {
  const isNew = before.publishedAt === null;
  if (!changed && !isNew && (before.publishedBy !== null || before.publishedAt?.getTime() === day.getTime()))
    return before;
  const version = before.version + (changed || isNew ? 1 : 0);
  return {
    ...before,
    state: 'PUBLISHED',
    version,
    publishedVersion: version,
    publishedAt: before.publishedBy === null ? day : before.publishedAt,
  };
}

import type { ClientSession, Model } from 'mongoose';
import type { Loaded } from '../store/rows.ts';

/** What a load did to one collection. */
export interface LoadCount {
  readonly inserted: number;
  readonly changed: number;
  readonly removed: number;
  readonly left: number;
}

export interface StoredRow extends Loaded {
  readonly _id: string;
}

export interface Bringing<Row extends StoredRow> {
  readonly session: ClientSession;
  /** Which of the stored rows are the load's: it changes and removes no others. */
  readonly own?: Readonly<Partial<Record<string, unknown>>>;
  /** The row as it is to be stored, given the one that it takes the place of: what others have added to that is kept. */
  readonly keeping?: (wanted: Row, stored: Row) => Row;
}

/**
 * Brings a collection to the rows that are wanted, changing only what is not as wanted already: rows carry digests. Runs
 * in the caller's transaction.
 */
export async function bringRecords<Row extends StoredRow>(
  model: Model<Row>,
  wanted: readonly Row[],
  { session, own = {}, keeping }: Bringing<Row>,
): Promise<LoadCount> {
  const rows = model as unknown as Model<StoredRow>;
  const stored = await rows.find(own, { digest: 1 }).session(session).lean<StoredRow[]>();
  const digests = new Map(stored.map(({ _id, digest }) => [_id, digest]));
  const ids = new Set(wanted.map(({ _id }) => _id));
  const removed = stored.filter(({ _id }) => !ids.has(_id)).map(({ _id }) => _id);
  const inserted = wanted.filter(({ _id }) => !digests.has(_id));
  const changed = wanted.filter(({ _id, digest }) => digests.has(_id) && digests.get(_id) !== digest);
  if (removed.length > 0) await rows.deleteMany({ _id: { $in: removed } }, { session });
  if (inserted.length > 0) await rows.insertMany([...inserted], { session });
  if (changed.length > 0) {
    const kept = keeping === undefined ? changed : await merged(model, changed, keeping, session);
    await rows.bulkWrite(
      kept.map((row) => ({ replaceOne: { filter: { _id: row._id }, replacement: row } })),
      { session },
    );
  }
  return {
    inserted: inserted.length,
    changed: changed.length,
    removed: removed.length,
    left: wanted.length - inserted.length - changed.length,
  };
}

async function merged<Row extends StoredRow>(
  model: Model<Row>,
  changed: readonly Row[],
  keeping: (wanted: Row, stored: Row) => Row,
  session: ClientSession,
): Promise<readonly Row[]> {
  const rows = model as unknown as Model<StoredRow>;
  const found = await rows
    .find({ _id: { $in: changed.map(({ _id }) => _id) } })
    .session(session)
    .lean<Row[]>();
  const stored = new Map(found.map((row) => [row._id, row]));
  return changed.map((row) => {
    const before = stored.get(row._id);
    return before === undefined ? row : keeping(row, before);
  });
}

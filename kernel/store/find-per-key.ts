import type { Model } from 'mongoose';
import type { PipelineStage, QueryFilter } from 'mongoose';
import { READ_TIME_MS } from './sector-store.ts';

export interface Page<Row> {
  readonly filter: QueryFilter<Row>;
  readonly sort: Readonly<Record<string, 1 | -1>>;
  readonly limit: number;
}

/** MongoDB takes a pipeline of 1000 stages at most, and each further list is one. */
const MOST_LISTS = 900;
/**
 * More rows than a command may find: a batch so large is the whole answer (up to MongoDB's 16 MB), where the default of
 * 101 rows would send a further command (getMore) for the rest.
 */
export const WHOLE_ANSWER = 1_000_000;

/**
 * Answers several bounded lists of one collection with one command: the first as the pipeline, each other joined by
 * $unionWith. So each list is served by its own index range and cut at its own limit, which one `$in` could not do.
 * Filters hold values only, never user-made operators. Beyond 900 lists there is one command for each 900.
 */
export async function findPerKey<Row>(
  model: Model<Row>,
  pages: readonly Page<Row>[],
  level: 'majority' | 'snapshot' = 'majority',
): Promise<Row[][]> {
  const found: Row[][] = [];
  for (let at = 0; at < pages.length; at += MOST_LISTS)
    found.push(...(await findLists(model, pages.slice(at, at + MOST_LISTS), level)));
  return found;
}

async function findLists<Row>(
  model: Model<Row>,
  pages: readonly Page<Row>[],
  level: 'majority' | 'snapshot',
): Promise<Row[][]> {
  const found: Row[][] = pages.map(() => []);
  const [first, ...others] = pages.map((page, list) => stagesOf(page, list));
  if (first === undefined) return found;
  const rows = await model
    .aggregate<Row & { list: number }>([
      ...first,
      ...others.map((pipeline) => ({ $unionWith: { coll: model.collection.collectionName, pipeline } })),
    ] as PipelineStage[])
    .option({ maxTimeMS: READ_TIME_MS, batchSize: WHOLE_ANSWER, readConcern: { level } });
  for (const row of rows) found[row.list]?.push(row);
  return found;
}

function stagesOf<Row>({ filter, sort, limit }: Page<Row>, list: number) {
  return [{ $match: filter }, { $sort: sort }, { $limit: limit }, { $set: { list } }];
}

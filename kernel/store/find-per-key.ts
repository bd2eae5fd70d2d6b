import type { Model } from 'mongoose';
import type { PipelineStage, QueryFilter } from 'mongoose';
import { READ_TIME_MS } from './sector-store.ts';

export interface Page<Row> {
  readonly filter: QueryFilter<Row>;
  readonly sort: Readonly<Record<string, 1 | -1>>;
  readonly limit: number;
}

/**
 * Answers several bounded lists of one collection with one command: the first as the pipeline, each other joined by
 * $unionWith. So each list is served by its own index range and cut at its own limit, which one `$in` could not do.
 * Filters hold values only, never user-made operators.
 */
export async function findPerKey<Row>(model: Model<Row>, pages: readonly Page<Row>[]): Promise<Row[][]> {
  const found: Row[][] = pages.map(() => []);
  const [first, ...others] = pages.map((page, list) => stagesOf(page, list));
  if (first === undefined) return found;
  const rows = await model
    .aggregate<Row & { list: number }>([
      ...first,
      ...others.map((pipeline) => ({ $unionWith: { coll: model.collection.collectionName, pipeline } })),
    ] as PipelineStage[])
    .option({ maxTimeMS: READ_TIME_MS });
  for (const row of rows) found[row.list]?.push(row);
  return found;
}

function stagesOf<Row>({ filter, sort, limit }: Page<Row>, list: number) {
  return [{ $match: filter }, { $sort: sort }, { $limit: limit }, { $set: { list } }];
}

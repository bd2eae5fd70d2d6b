import type { Model } from 'mongoose';
import { READ_TIME_MS } from '../store/sector-store.ts';
import type { SearchEntryRow } from './search-entry.ts';
import { searchPipeline, type RankedEntry } from './search-pipeline.ts';
import type { SearchQuery } from './search-query.ts';

/**
 * The best entries, in one command. The last word counts as the beginning of one only where no record holds it whole:
 * Vietnamese words are short, and "doanh thu" must not find "doanh nghiệp thuê".
 */
export async function findEntries(
  model: Model<SearchEntryRow>,
  query: SearchQuery,
  limit: number,
): Promise<RankedEntry[]> {
  const found = await model
    .aggregate<RankedEntry>(searchPipeline(query, limit))
    .option({ maxTimeMS: READ_TIME_MS });
  return found[0]?.whole === true ? found.filter(({ whole }) => whole) : found;
}

import type {
  AnySectorResolvers,
  SearchHitResolvers,
  SearchResultResolvers,
} from '../../../generated/kernel.ts';
import { findDocument } from '../../registers/documents.ts';
import { findEntries } from '../../search/find-entries.ts';
import { hitText } from '../../search/hit-text.ts';
import type { RankedEntry } from '../../search/search-pipeline.ts';
import { hitCount, parseSearchQuery } from '../../search/search-query.ts';
import type { Loaders } from '../loaders.ts';
import type { SearchHitSource, SearchResultSource } from '../sources.ts';
import { selects } from './connection.ts';

/** One command for the entries, and one for each collection that a hit's record stands in, where records are asked for. */
export const sectorSearchResolvers = {
  search: async (_, { text, first }, { loaders, texts }, info) => {
    const query = parseSearchQuery(text);
    const entries = await findEntries(loaders.store.searchEntries, query, hitCount(first));
    const wantsNode = selects(info, 'node');
    const hits = await Promise.all(
      entries.map(async (entry): Promise<SearchHitSource[]> => {
        const node = wantsNode ? await recordOf(entry, loaders) : null;
        // A load may have taken the record away between the two look-ups.
        if (wantsNode && node === null) return [];
        const { exact, citation } = entry;
        const sentence = () => (citation === null ? null : texts.sentence(citation));
        return [{ ...hitText(entry, query, sentence), exact, citation, node }];
      }),
    );
    return hits.flat();
  },
} satisfies AnySectorResolvers;

async function recordOf({ _id, kind }: RankedEntry, loaders: Loaders): Promise<SearchResultSource | null> {
  switch (kind) {
    case 'INDICATOR':
      return typed('Indicator', (await loaders.catalogue()).get(_id));
    case 'OBSERVATION':
      return typed('Observation', await loaders.observation.load(_id));
    case 'TASK':
      return typed('Task', await loaders.task.load(_id));
    case 'HIGHLIGHT':
      return typed('Highlight', await loaders.highlight.load(_id));
    case 'TARGET':
      return typed('Target', await loaders.target.load(_id));
    case 'DOCUMENT':
      return typed('Document', findDocument(_id));
  }
}

function typed<Name extends SearchResultSource['__typename'], Row extends object>(
  __typename: Name,
  row: Row | null | undefined,
): (Row & { readonly __typename: Name }) | null {
  return row == null ? null : { ...row, __typename };
}

export const searchHitResolvers: SearchHitResolvers = {
  matches: ({ matches }) => [...matches],
  node: ({ node }) => {
    if (node === null) throw new Error('the record was not looked up, though it is asked for');
    return node;
  },
};

export const searchResultResolvers: SearchResultResolvers = {
  __resolveType: (record) => (record as SearchResultSource).__typename,
};

import { decodeCursor, encodeCursor, listName, pageSize } from '../paging.ts';
import type { AuditEntryRow } from '../store/rows.ts';
import { READ_TIME_MS, type SectorStore } from '../store/sector-store.ts';

/** A page of the trail, the newest entries first. */
export interface AuditPage {
  readonly nodes: readonly AuditEntryRow[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** @param edition null for the whole trail. Refuses (INVALID_PAGE) as every list does. */
export async function auditPage(
  { auditTrail }: SectorStore,
  edition: string | null,
  { first, after }: { readonly first: number; readonly after: string | null },
): Promise<AuditPage> {
  const size = pageSize(first);
  const list = listName(['AuditEntry', edition]);
  const rows = await auditTrail
    .find({ $and: [edition === null ? {} : { edition }, after === null ? {} : behind(list, after)] })
    .sort({ madeAt: -1, _id: 1 })
    .limit(size + 1)
    .maxTimeMS(READ_TIME_MS)
    .lean<AuditEntryRow[]>();
  const nodes = rows.slice(0, size);
  const last = nodes.at(-1);
  return {
    nodes,
    pageInfo: {
      hasNextPage: rows.length > size,
      endCursor: last === undefined ? null : encodeCursor(list, last.madeAt.toISOString(), last._id),
    },
  };
}

function behind(list: string, after: string) {
  const { sortValue, id } = decodeCursor(list, after);
  const madeAt = new Date(sortValue);
  return { $or: [{ madeAt: { $lt: madeAt } }, { madeAt, _id: { $gt: id } }] };
}

import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';
import type { Model, PipelineStage, QueryFilter } from 'mongoose';
import { decodeCursor, encodeCursor, listName, pageSize } from '../../paging.ts';
import { WHOLE_ANSWER } from '../../store/find-per-key.ts';
import { READ_TIME_MS } from '../../store/sector-store.ts';
import type { Condition } from '../../store/visibility.ts';
import type { ConnectionSource, EdgeSource } from '../sources.ts';

interface ConnectionRequest<Row> {
  readonly filter: QueryFilter<Row>;
  /** What of it is visible now: no part of the list's name, for a cursor outlives the publishing of a draft. */
  readonly visible: Condition;
  readonly level: 'majority' | 'snapshot';
  /** The field that orders the list, and which way; ids break ties upwards. */
  readonly orderBy: keyof Row & string;
  readonly direction: 1 | -1;
  readonly first: number;
  readonly after: string | null;
  readonly counted: boolean;
}

/**
 * A Relay page by keyset: what comes after the cursor's row, not the n-th row, so that a list that grows meanwhile
 * neither repeats nor skips. The total, where it is asked for, comes with the same command.
 */
export async function connectionPage<Row extends { readonly _id: string }>(
  model: Model<Row>,
  { filter, visible, level, orderBy, direction, first, after, counted }: ConnectionRequest<Row>,
): Promise<ConnectionSource<Row>> {
  const size = pageSize(first);
  const list = listName([model.modelName, filter, orderBy, direction]);
  const behind = after === null ? [] : [behindCursor(decodeCursor(list, after), orderBy, direction)];
  const page: PipelineStage[] = [
    { $match: { $and: [filter, visible, ...behind] } },
    { $sort: { [orderBy]: direction, _id: 1 } },
    { $limit: size + 1 },
  ];
  const count = {
    $unionWith: {
      coll: model.collection.collectionName,
      pipeline: [{ $match: { $and: [filter, visible] } }, { $count: 'total' }],
    },
  } as PipelineStage;
  const found = await model
    .aggregate<Row & { total?: number }>(counted ? [...page, count] : page)
    .option({ maxTimeMS: READ_TIME_MS, batchSize: WHOLE_ANSWER, readConcern: { level } });
  const rows = found.filter(({ total }) => total === undefined);
  return {
    rows: rows.slice(0, size),
    hasNextPage: rows.length > size,
    totalCount: found.find(({ total }) => total !== undefined)?.total ?? 0,
    cursorOf: (row) => encodeCursor(list, String(row[orderBy]), row._id),
  };
}

function behindCursor(cursor: { sortValue: string; id: string }, orderBy: string, direction: 1 | -1) {
  const further = direction === 1 ? '$gt' : '$lt';
  return {
    // Implied by the rest, and there so that the index is read from the cursor on.
    [orderBy]: { [`${further}e`]: cursor.sortValue },
    $or: [
      { [orderBy]: { [further]: cursor.sortValue } },
      { [orderBy]: cursor.sortValue, _id: { $gt: cursor.id } },
    ],
  };
}

/** The resolvers of a connection and of its edges. */
export function connectionResolvers<Row>() {
  return {
    connection: {
      nodes: ({ rows }: ConnectionSource<Row>) => [...rows],
      edges: ({ rows, cursorOf }: ConnectionSource<Row>): EdgeSource<Row>[] =>
        rows.map((node) => ({ node, cursor: cursorOf(node) })),
      pageInfo: ({ rows, hasNextPage, cursorOf }: ConnectionSource<Row>) => {
        const last = rows.at(-1);
        return { hasNextPage, endCursor: last === undefined ? null : cursorOf(last) };
      },
    },
  };
}

/** Whether the field's own selection names `field`, also through fragments. */
export function selects({ fieldNodes, fragments }: GraphQLResolveInfo, field: string): boolean {
  const inSet = (set: SelectionSetNode | undefined): boolean =>
    set?.selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value === field;
      if (selection.kind === Kind.INLINE_FRAGMENT) return inSet(selection.selectionSet);
      return inSet(fragments[selection.name.value]?.selectionSet);
    }) ?? false;
  return fieldNodes.some(({ selectionSet }) => inSet(selectionSet));
}

import type { GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { type DocumentNode, Kind, OperationTypeNode } from 'graphql';
import type { Sector } from '../kernel/sectors.ts';
import type { ObjectShape, RootType } from './answer-shape.ts';
import type { Path } from './check-answer.ts';
import { asAsked, entityPaths } from './client-path.ts';
import type { GatewayContext } from './gateway-context.ts';
import type { StandIn } from './stand-in.ts';

/** One fetch of a query plan. */
export interface Fetch {
  readonly sector: Sector;
  readonly context: GatewayContext;
  readonly query: string;
  readonly document: DocumentNode;
  /** The type that its fields stand in. What is asked of Mutation is done once or not at all, and never again. */
  readonly rootType: RootType;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
  readonly representations: readonly unknown[];
  readonly shape: ObjectShape;
  /** Where `path` of this fetch's data stands in the caller's answer. */
  toCaller(path: Path): Path;
}

export function describeFetch({ sector, shapeOf }: StandIn, options: GraphQLDataSourceProcessOptions): Fetch {
  const { request } = options;
  const incoming = 'incomingRequestContext' in options ? options : null;
  const document = incoming?.document;
  if (document === undefined) throw new Error('must be planned with the documents of its fetches');
  const context = options.context as GatewayContext;
  const variables = request.variables ?? {};
  const { representations } = variables;
  const flattenPath = incoming?.pathInIncomingRequest ?? [];
  let places: readonly (Path | null)[] | null = null;
  return {
    sector,
    context,
    document,
    rootType: rootTypeOf(document),
    query: request.query ?? '',
    operationName: request.operationName,
    variables,
    representations: Array.isArray(representations) ? representations : [],
    shape: shapeOf(document, variables),
    toCaller(path) {
      if (!Array.isArray(representations) || path[0] !== '_entities') return asAsked(path);
      // Only where something is wrong: finding the places means walking through all that is there.
      places ??= entityPaths(context.answers, flattenPath, representations);
      return asAsked([...(places[Number(path[1])] ?? beforeLists(flattenPath)), ...path.slice(2)]);
    },
  };
}

function rootTypeOf({ definitions }: DocumentNode): RootType {
  const changes = definitions.some(
    (node) => node.kind === Kind.OPERATION_DEFINITION && node.operation === OperationTypeNode.MUTATION,
  );
  return changes ? 'Mutation' : 'Query';
}

function beforeLists(flattenPath: Path): Path {
  const list = flattenPath.indexOf('@');
  return list < 0 ? flattenPath : flattenPath.slice(0, list);
}

import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Log } from '../kernel/log.ts';
import { refuseWrongScalars } from './early-scalars.ts';
import type { GatewayContext } from './gateway-context.ts';
import type { PlanCache } from './plan-cache.ts';
import { plannerConfig } from './planner-config.ts';

type Gateway = ApolloServerOptionsWithGateway<GatewayContext>['gateway'];
type LoadResult = Awaited<ReturnType<Gateway['load']>>;
type Executor = NonNullable<LoadResult['executor']>;
type ExecutionResult = Awaited<ReturnType<Executor>>;

export interface GraphOptions {
  readonly supergraph: string;
  readonly log: Log;
  readonly plans: PlanCache;
  /** The way to the subgraph of that folder. */
  readonly dataSource: (folder: string) => GraphQLDataSource;
}

/** All that answers by one supergraph. */
export interface LoadedGraph {
  /** What callers see. */
  readonly schema: GraphQLSchema;
  readonly supergraph: string;
  readonly plans: PlanCache;
  readonly execute: Executor;
}

/**
 * The gateway that plans by `supergraph`, with three things of our own around it: scalars are refused early, the answer's
 * errors are those of the request's faults, and nothing is told that the gateway says of itself.
 */
export async function loadGraph({ supergraph, log, plans, dataSource }: GraphOptions): Promise<LoadedGraph> {
  const gateway = new ApolloGateway({
    supergraphSdl: supergraph,
    logger: quietLogger(log),
    buildService: ({ name }) => dataSource(name),
    queryPlannerConfig: { ...plannerConfig, cache: plans },
    // By default on outside production: a header of the caller's then prints the plan.
    __exposeQueryPlanExperimental: false,
  });
  const { schema, executor } = await gateway.load();
  refuseWrongScalars(schema);
  return {
    schema,
    supergraph,
    plans,
    execute: async (request) => {
      const context = request.context as GatewayContext;
      const result = await executor(request);
      return context.planOnly || result.data === undefined ? result : withFaults(result, context);
    },
  };
}

export interface FederatedGraph {
  /** For Apollo Server, which loads and stops it. */
  readonly gateway: Gateway;
  /** The one that new requests are answered by. */
  readonly current: () => LoadedGraph;
  /** Answers new requests by another graph; those begun are finished by the one that they were validated against. */
  replace(next: LoadedGraph): void;
}

/**
 * Several graphs one after the other, as one gateway. Apollo's own can be updated, but in place: a request that was
 * validated before it would be planned by the new graph, and sent by data sources that know the old one.
 */
export function createFederatedGraph(first: LoadedGraph): FederatedGraph {
  type Listener = Parameters<Gateway['onSchemaLoadOrUpdate']>[0];
  const listeners = new Set<Listener>();
  // Weak: a graph goes with the last request that holds its schema.
  const bySchema = new WeakMap([[first.schema, first]]);
  let current = first;
  const tell = () => {
    for (const listener of listeners)
      listener({ apiSchema: current.schema, coreSupergraphSdl: current.supergraph });
  };
  return {
    gateway: {
      onSchemaLoadOrUpdate(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      async load() {
        tell();
        return {
          executor: async (request) => (bySchema.get(request.schema) ?? current).execute(request),
        };
      },
      async stop() {
        listeners.clear();
      },
    },
    current: () => current,
    replace(next) {
      bySchema.set(next.schema, next);
      current = next;
      tell();
    },
  };
}

/** The gateway's own errors beside data can only be faults of ours: data sources report theirs to the request's faults. */
function withFaults(
  { errors = [], extensions, ...result }: ExecutionResult,
  { faults, log }: GatewayContext,
): ExecutionResult {
  const surprises: readonly unknown[] = [...errors, ...valueCompletionErrors(extensions)];
  for (const error of surprises) log.error({ err: error }, 'the gateway could not complete an answer');
  const all = [...faults.errors(result.data), ...surprises.slice(0, 1).map(asInternalError)];
  return all.length === 0 ? result : { ...result, errors: all };
}

/** Where it has to make a field null that no error explains, the gateway says so in an extension, not in the errors. */
function valueCompletionErrors(extensions: ExecutionResult['extensions']): readonly unknown[] {
  const found: unknown = extensions?.['valueCompletion'];
  return Array.isArray(found) ? found : [];
}

function asInternalError(error: unknown): GraphQLError {
  const path = error instanceof GraphQLError ? error.path : undefined;
  return new GraphQLError('', { path: path ?? null, extensions: { code: 'INTERNAL_SERVER_ERROR' } });
}

/** The gateway tells of its loading at INFO, in several lines. */
function quietLogger(log: Log) {
  return {
    debug: (message: string) => log.trace(message),
    info: (message: string) => log.debug(message),
    warn: (message: string) => log.warn(message),
    error: (message: string) => log.error(message),
  };
}

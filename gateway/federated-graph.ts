import { ApolloGateway, type GatewayConfig, type GraphQLDataSource } from '@apollo/gateway';
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Log } from '../kernel/log.ts';
import { refuseWrongScalars } from './early-scalars.ts';
import type { GatewayContext } from './gateway-context.ts';
import type { PlanCache } from './plan-cache.ts';

type Gateway = ApolloServerOptionsWithGateway<GatewayContext>['gateway'];
type LoadResult = Awaited<ReturnType<Gateway['load']>>;
type Executor = NonNullable<LoadResult['executor']>;
type ExecutionResult = Awaited<ReturnType<Executor>>;

export interface FederatedGraphOptions {
  readonly supergraph: string;
  readonly log: Log;
  readonly plans: PlanCache;
  /** The way to the subgraph of that folder. */
  readonly dataSource: (folder: string) => GraphQLDataSource;
}

export interface FederatedGraph {
  /** For Apollo Server, which loads and stops it. */
  readonly gateway: Gateway;
  /** What callers see. */
  readonly schema: () => GraphQLSchema;
}

/** How many ways to answer a query the planner weighs; without a limit, one query can hold the process for a second. */
export const plannerConfig: NonNullable<GatewayConfig['queryPlannerConfig']> = {
  debug: { maxEvaluatedPlans: 50 },
  // So that an answer can be held against what was asked, without parsing each fetch's operation again.
  exposeDocumentNodeInFetchNode: true,
};

/**
 * The gateway that plans by `supergraph`, with three things of our own around it: scalars are refused early, the answer's
 * errors are those of the request's faults, and nothing is told that the gateway says of itself.
 */
export function createFederatedGraph(options: FederatedGraphOptions): FederatedGraph {
  const { supergraph, log, plans, dataSource } = options;
  let apiSchema: GraphQLSchema | null = null;
  const gateway = new ApolloGateway({
    supergraphSdl: supergraph,
    logger: quietLogger(log),
    buildService: ({ name }) => dataSource(name),
    queryPlannerConfig: { ...plannerConfig, cache: plans },
    // By default on outside production: a header of the caller's then prints the plan.
    __exposeQueryPlanExperimental: false,
  });
  const wrapped: Gateway = {
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
    async load(options) {
      const { schema, executor } = await gateway.load(options);
      refuseWrongScalars(schema);
      apiSchema = schema;
      return {
        executor: async (request) => {
          const context = request.context as GatewayContext;
          const result = await executor(request);
          return context.planOnly || result.data === undefined ? result : withFaults(result, context);
        },
      };
    },
  };
  return {
    gateway: wrapped,
    schema() {
      if (apiSchema === null) throw new Error('must be loaded before its schema is asked for');
      return apiSchema;
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

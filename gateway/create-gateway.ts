import { join } from 'node:path';
import { ApolloServer } from '@apollo/server';
import { type Environment, subgraphAddress } from '../kernel/environment.ts';
import { createHttpServer } from '../kernel/http/create-http-server.ts';
import { importLimits } from '../kernel/sheets/import-limits.ts';
import { landingPage } from '../kernel/http/landing-page.ts';
import { mountGraphql } from '../kernel/http/mount-graphql.ts';
import type { Authenticator } from '../kernel/identity/authenticator.ts';
import { noReporting } from '../kernel/http/no-reporting.ts';
import type { Log } from '../kernel/log.ts';
import type { Sector } from '../kernel/sectors.ts';
import { toCallerError } from './caller-errors.ts';
import { errorPlugin } from './error-plugin.ts';
import { createFederatedGraph } from './federated-graph.ts';
import { firstQuery } from './first-query.ts';
import { createGatewayContext, type GatewayContext } from './gateway-context.ts';
import { MOST_TOKENS } from './graphql-limits.ts';
import { importProxy } from './import-route.ts';
import { refuseBadQueries } from './limits-hook.ts';
import { forbidTelemetry } from './no-call-home.ts';
import { createPlanCache, type PlanCounters } from './plan-cache.ts';
import { sectorHealth } from './sector-health.ts';
import { createStandIn } from './stand-in.ts';
import { createSubgraphClient } from './subgraph-client.ts';
import { createSubgraphDataSource } from './subgraph-data-source.ts';
import { readSupergraph } from './supergraph-file.ts';
import { readKnownOperations, warmPlans } from './warm-plans.ts';

export interface GatewayOptions {
  readonly sectors: readonly Sector[];
  /** Where each sector's subgraph is: http://127.0.0.1:4002/graphql. */
  readonly address: (sector: Sector) => string;
  readonly authenticator: Authenticator;
  readonly log: Log;
  readonly host: string;
  /** 0: one that the system picks. */
  readonly port: number;
  /** Milliseconds for one fetch from a subgraph, and for a whole request. */
  readonly subgraphTimeoutMs: number;
  readonly requestTimeoutMs: number;
  /** Milliseconds for an upload and its import. */
  readonly importTimeoutMs: number;
  readonly introspection: boolean;
  /** Whether browsers are shown Sandbox at /graphql and the explorer at /explorer. */
  readonly pages: boolean;
  /** Operations to be planned at the start. */
  readonly operations: readonly string[];
  /** Whether the process is to take requests, by its lifecycle. */
  readonly isReady?: () => boolean;
  readonly drainDelayMs?: number;
  /** What the folders compose to; by default as it stands in gateway/supergraph.graphql. */
  readonly supergraph?: string;
}

export interface RunningGateway {
  /** http://127.0.0.1:4000/graphql */
  readonly url: string;
  plans(): PlanCounters;
  /** Answers what is in flight, then closes. */
  stop(): Promise<void>;
}

export function gatewayOptions(
  environment: Environment,
  sectors: readonly Sector[],
  authenticator: Authenticator,
  log: Log,
): GatewayOptions {
  return {
    sectors,
    authenticator,
    log,
    address: (sector) => subgraphAddress(environment, sector),
    host: environment.host,
    port: environment.gatewayPort,
    subgraphTimeoutMs: environment.subgraphTimeoutMs,
    requestTimeoutMs: environment.requestTimeoutMs,
    importTimeoutMs: environment.importTimeoutMs,
    introspection: environment.introspection,
    pages: environment.nodeEnv !== 'production',
    operations: readKnownOperations(join(environment.projectDir, 'operations')),
  };
}

/** Starts the gateway. Subgraphs need not be there: until they are, they are stood in for. */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { sectors, log } = options;
  forbidTelemetry();
  const clients = new Map(
    sectors.map((sector) => [sector.code, createSubgraphClient(options.address(sector))]),
  );
  const plans = createPlanCache();
  const graph = createFederatedGraph({
    supergraph: options.supergraph ?? readSupergraph(),
    log,
    plans,
    dataSource: (folder) => {
      const sector = sectors.find((one) => one.folder === folder);
      const client = sector && clients.get(sector.code);
      if (sector === undefined || client === undefined) throw new Error(`there is no subgraph ${folder}`);
      return createSubgraphDataSource(createStandIn(sector, sectors), client, {
        timeoutMs: options.subgraphTimeoutMs,
      });
    },
  });
  const apollo = new ApolloServer<GatewayContext>({
    gateway: graph.gateway,
    introspection: options.introspection,
    hideSchemaDetailsFromClientErrors: !options.introspection,
    includeStacktraceInErrorResponses: false,
    formatError: toCallerError,
    parseOptions: { maxLexicalTokens: MOST_TOKENS },
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    logger: log,
    plugins: [landingPage(options.pages), errorPlugin(), ...noReporting()],
  });

  let isWarm = false;
  const health = sectorHealth(clients);
  const http = createHttpServer({
    log,
    host: options.host,
    port: options.port,
    requestTimeoutMs: options.requestTimeoutMs,
    uploadTimeoutMs: options.importTimeoutMs,
    ready: async () => ({ ready: isWarm && (options.isReady?.() ?? true), parts: await health() }),
    explorer: options.pages ? firstQuery : null,
    ...(options.drainDelayMs !== undefined && { drainDelayMs: options.drainDelayMs }),
  });
  await apollo.start();
  refuseBadQueries(http.app, graph.schema);
  mountGraphql(http.app, apollo, { authenticator: options.authenticator, page: options.pages }, (facts) =>
    createGatewayContext(facts, options),
  );
  const imports = importProxy(http.app, {
    sectors,
    address: options.address,
    authenticator: options.authenticator,
    limits: importLimits,
    timeoutMs: options.importTimeoutMs,
  });
  await warmPlans(apollo, graph.schema(), options.operations, log);
  const url = await http.start();
  isWarm = true;
  return {
    url: `${url}/graphql`,
    plans: () => plans.counters(),
    async stop() {
      await http.stop();
      await apollo.stop();
      await imports.close();
      await Promise.all([...clients.values()].map((client) => client.close()));
    },
  };
}

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
import { graphLoader } from './graph-loader.ts';
import { keepCurrent } from './hot-reload/keep-current.ts';
import { type LastGood, lastGoodIn, nothingKept } from './hot-reload/last-good.ts';
import { supergraphSource } from './hot-reload/source-from-settings.ts';
import { fixedSupergraph, type SupergraphSource } from './hot-reload/supergraph-source.ts';
import { createTrials } from './hot-reload/trials.ts';
import { importProxy } from './import-route.ts';
import { refuseBadQueries } from './limits-hook.ts';
import { forbidTelemetry } from './no-call-home.ts';
import type { PlanCounters } from './plan-cache.ts';
import { sectorHealth } from './sector-health.ts';
import { createSubgraphClient } from './subgraph-client.ts';
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
  /** Where the supergraph comes from; by default what the folders compose to, as it stands in gateway/supergraph.graphql. */
  readonly supergraph?: SupergraphSource;
  /** Where the supergraph that was in force last is kept; by default nowhere. */
  readonly lastGood?: LastGood;
}

export interface RunningGateway {
  /** http://127.0.0.1:4000/graphql */
  readonly url: string;
  plans(): PlanCounters;
  /** Answers what is in flight, then closes. */
  stop(): Promise<void>;
}

/** @throws CodedError SETTING_INVALID where a registry is to be used whose address nobody gives. */
export async function gatewayOptions(
  environment: Environment,
  sectors: readonly Sector[],
  authenticator: Authenticator,
  log: Log,
): Promise<GatewayOptions> {
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
    supergraph: await supergraphSource(environment),
    lastGood: lastGoodIn(join(environment.dataDir, 'gateway')),
  };
}

/** Starts the gateway. Subgraphs need not be there: until they are, they are stood in for. */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { sectors, log } = options;
  forbidTelemetry();
  const clients = new Map(
    sectors.map((sector) => [sector.code, createSubgraphClient(options.address(sector))]),
  );
  const ofThisBuild = readSupergraph();
  const kept = await keepCurrent({
    source: options.supergraph ?? fixedSupergraph(ofThisBuild),
    lastGood: options.lastGood ?? nothingKept,
    trials: createTrials(),
    load: graphLoader({ sectors, clients, ofThisBuild, log, timeoutMs: options.subgraphTimeoutMs }),
    folders: sectors.map(({ folder }) => folder),
    operations: options.operations,
    log,
  });
  const graph = createFederatedGraph(kept.first);
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
    ready: async () => ({
      ready: isWarm && (options.isReady?.() ?? true),
      parts: await health(),
      supergraph: kept.report(),
    }),
    explorer: options.pages ? firstQuery : null,
    ...(options.drainDelayMs !== undefined && { drainDelayMs: options.drainDelayMs }),
  });
  await apollo.start();
  const schema = () => graph.current().schema;
  refuseBadQueries(http.app, schema);
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
  await warmPlans(apollo, schema(), options.operations, log);
  const url = await http.start();
  isWarm = true;
  kept.follow((next) => {
    graph.replace(next);
    void warmPlans(apollo, next.schema, options.operations, log).catch((error: unknown) =>
      log.warn({ err: error }, 'the stored operations could not be planned beforehand'),
    );
  });
  return {
    url: `${url}/graphql`,
    plans: () => graph.current().plans.counters(),
    async stop() {
      await http.stop();
      await kept.stop();
      await apollo.stop();
      await imports.close();
      await Promise.all([...clients.values()].map((client) => client.close()));
    },
  };
}

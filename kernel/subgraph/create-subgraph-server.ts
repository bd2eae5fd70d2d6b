import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { createHttpServer, type HttpServer } from '../http/create-http-server.ts';
import { landingPage } from '../http/landing-page.ts';
import { mountGraphql } from '../http/mount-graphql.ts';
import { noReporting } from '../http/no-reporting.ts';
import type { DocumentTexts } from '../document-text.ts';
import type { Log } from '../log.ts';
import mongoose from 'mongoose';
import type { SectorStore } from '../store/sector-store.ts';
import type { Authenticator } from '../identity/authenticator.ts';
import { createRequestContext, type RequestContext } from './context.ts';
import { formatError, isOurs } from './format-error.ts';
import { importRoute } from '../sheets/http/import-route.ts';
import { importLimits } from '../sheets/import-limits.ts';
import type { Catalogue } from '../data-files/read-sector-data.ts';
import type { SubgraphModule } from './subgraph-module.ts';

interface SubgraphServerOptions {
  readonly module: SubgraphModule;
  /** The team's, as its data files have it. */
  readonly catalogue: Catalogue;
  readonly store: SectorStore;
  readonly texts: DocumentTexts;
  readonly authenticator: Authenticator;
  readonly log: Log;
  readonly host: string;
  readonly port: number;
  readonly requestTimeoutMs: number;
  readonly importTimeoutMs: number;
  /** Whether schema questions are answered, and Sandbox and the explorer served. */
  readonly introspection: boolean;
}
/** A subgraph's HTTP server over its open store: /graphql, /health/live, /health/ready, /explorer. */
export async function createSubgraphServer(options: SubgraphServerOptions): Promise<HttpServer> {
  const { module, catalogue, store, texts, log, introspection } = options;
  const resources = { sector: module.sector, store, texts, catalogue };
  const apollo = new ApolloServer<RequestContext>({
    schema: module.schema(new Set(catalogue.indicators.keys())),
    introspection,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    logger: log,
    formatError,
    plugins: [landingPage(introspection), ...noReporting(), logFaults],
  });
  await apollo.start();
  const server = createHttpServer({
    log,
    host: options.host,
    port: options.port,
    requestTimeoutMs: options.requestTimeoutMs,
    uploadTimeoutMs: options.importTimeoutMs,
    explorer: introspection ? firstQuery(module.sector.field) : null,
    ready: async () => {
      const up = await isUp(store);
      return { ready: up, parts: { mongodb: up ? 'UP' : 'DOWN' } };
    },
  });
  mountGraphql(
    server.app,
    apollo,
    { authenticator: options.authenticator, page: introspection },
    ({ requestId, identity, log: requestLog }) =>
      createRequestContext(resources, { requestId, identity, log: requestLog }),
  );
  importRoute(server.app, {
    sector: module.sector,
    catalogue,
    store,
    authenticator: options.authenticator,
    limits: importLimits,
    timeoutMs: options.importTimeoutMs,
  });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      await apollo.stop();
    },
  };
}

/** What the explorer begins with: a briefing as this subgraph alone knows it, with the figures it reports. */
function firstQuery(field: string): string {
  return `{
  briefing(period: "2020-07") {
    ${field} {
      state
      observations(first: 5) { indicator { name } display citation { line sentence } }
    }
  }
}
`;
}

/** What went wrong on our side is logged whole, with the request's id; the caller only sees its code. */
const logFaults: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors, contextValue }) => {
      for (const error of errors)
        if (isOurs(formatError(error.toJSON(), error)))
          contextValue.log.error({ err: error }, 'a field failed');
    },
  }),
};

async function isUp({ connection }: SectorStore): Promise<boolean> {
  try {
    await connection.db?.admin().ping({ maxTimeMS: 1000 });
    return connection.readyState === mongoose.ConnectionStates.connected;
  } catch {
    return false;
  }
}

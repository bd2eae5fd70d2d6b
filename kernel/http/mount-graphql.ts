import { setMaxListeners } from 'node:events';
import type { ApolloServer, BaseContext } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify';
import type { Authenticator } from '../identity/authenticator.ts';
import type { Identity } from '../identity/identity.ts';
import { identifyCaller, identityOf } from './identify-caller.ts';

/** What an answer may know of the HTTP request it belongs to. */
export interface RequestFacts {
  readonly requestId: string;
  /** Writes the request's id with every line. */
  readonly log: FastifyBaseLogger;
  /** The header as it came, to be sent on; its token was proven. */
  readonly authorization: string | null;
  readonly identity: Identity;
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal;
}

interface GraphqlOptions {
  readonly authenticator: Authenticator;
  /** Whether a browser gets a page at GET /graphql. */
  readonly page: boolean;
}

/**
 * Serves a started `apollo` at /graphql: POST with JSON, and GET for queries. Nothing of a request is read before it is
 * known who asks.
 * @param context makes the context of one request.
 */
export function mountGraphql<Context extends BaseContext>(
  app: FastifyInstance,
  apollo: ApolloServer<Context>,
  { authenticator, page }: GraphqlOptions,
  context: (request: RequestFacts) => Context,
): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    onRequest: identifyCaller(authenticator, (request) => page && asksForPage(request)),
    handler: fastifyApolloHandler(apollo, {
      context: async (request, reply) => {
        const gone = new AbortController();
        // As many fetches listen as the plan has; that is no leak.
        setMaxListeners(0, gone.signal);
        reply.raw.once('close', () => {
          if (!reply.raw.writableFinished) gone.abort();
        });
        return context({
          requestId: request.id,
          log: request.log,
          authorization: request.headers.authorization ?? null,
          identity: identityOf(request),
          signal: gone.signal,
        });
      },
    }),
  });
}

/** A browser that opens the address: without a query string nothing can be asked, so that nobody need be known. */
function asksForPage({ method, url, headers }: FastifyRequest): boolean {
  return method === 'GET' && url === '/graphql' && headers.accept?.includes('text/html') === true;
}

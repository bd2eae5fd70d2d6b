import { setMaxListeners } from 'node:events';
import type { ApolloServer, BaseContext } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';

/** What an answer may know of the HTTP request it belongs to. */
export interface RequestFacts {
  readonly requestId: string;
  /** Writes the request's id with every line. */
  readonly log: FastifyBaseLogger;
  readonly authorization: string | null;
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal;
}

/**
 * Serves a started `apollo` at /graphql: POST with JSON, and GET for queries.
 * @param context makes the context of one request.
 */
export function mountGraphql<Context extends BaseContext>(
  app: FastifyInstance,
  apollo: ApolloServer<Context>,
  context: (request: RequestFacts) => Context,
): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
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
          signal: gone.signal,
        });
      },
    }),
  });
}

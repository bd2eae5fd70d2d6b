import type { FastifyError, FastifyInstance } from 'fastify';
import type { ErrorCode } from '../errors.ts';

/** What is answered where a request never reaches GraphQL: the same shape as its errors, so that clients read one. */
export function graphqlErrorBody(
  code: ErrorCode | 'BAD_REQUEST' | 'GRAPHQL_VALIDATION_FAILED',
  message: string,
  details: object = {},
) {
  return { errors: [{ message, extensions: { code, ...details } }] };
}

const meanings: Readonly<Record<number, string>> = {
  400: 'The request is no JSON, or no request that can be understood.',
  413: 'The request is larger than is taken.',
  415: 'Send the query as application/json.',
};

/** Errors of the HTTP layer: refused requests by their status, everything else a 500 without its message. */
export function replyWithErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = isBadAddress(error) ? 400 : (error.statusCode ?? 500);
    if (status >= 400 && status < 500) {
      request.log.debug({ err: error }, 'refused a request');
      const code = status === 413 ? 'QUERY_TOO_COMPLEX' : 'BAD_REQUEST';
      return reply.code(status).send(graphqlErrorBody(code, meanings[status] ?? 'The request is refused.'));
    }
    request.log.error({ err: error }, 'a request failed');
    const body = graphqlErrorBody('INTERNAL_SERVER_ERROR', 'Something went wrong on our side.', {
      requestId: request.id,
    });
    return reply.code(500).send(body);
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send(graphqlErrorBody('BAD_REQUEST', 'There is nothing here; the graph is at /graphql.')),
  );
}

/** The integration with Apollo Server makes a URL of the Host header, which can be any text. */
function isBadAddress(error: unknown): boolean {
  return error instanceof TypeError && (error as NodeJS.ErrnoException).code === 'ERR_INVALID_URL';
}

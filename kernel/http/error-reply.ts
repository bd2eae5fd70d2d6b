import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
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
  408: 'The request was not sent in time.',
  413: 'The request is larger than is taken.',
  415: 'Send the query as application/json.',
  431: 'The headers of the request are larger than is taken.',
};

/** What the server refuses before it looks for a route: an address that is none. */
export function replyToBadAddress(error: FastifyError, reply: FastifyReply): void {
  const status = error.statusCode ?? 400;
  void reply.code(status).send(graphqlErrorBody('BAD_REQUEST', 'The address of the request is none.'));
}

/** What the parser of HTTP refuses, of which nothing is known but the connection it came by. */
export function replyToBadHttp(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy(error);
  const [status, code] = statusOfParser(error.code);
  const body = JSON.stringify(graphqlErrorBody(code, meanings[status] ?? 'The request is no HTTP.'));
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Type: application/json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

function statusOfParser(code: string | undefined): readonly [number, 'BAD_REQUEST' | 'QUERY_TOO_COMPLEX'] {
  if (code === 'HPE_HEADER_OVERFLOW') return [431, 'QUERY_TOO_COMPLEX'];
  return [code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400, 'BAD_REQUEST'];
}

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

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CodedError, errorCatalogue } from '../../errors.ts';
import { graphqlErrorBody } from '../../http/error-reply.ts';
import { importStatus } from './import-status.ts';

/**
 * A part of a server whose requests are files: their bodies are not read but handed on as streams, and what is refused is
 * answered in the shape of the graph's errors.
 */
export function uploadScope(app: FastifyInstance, routes: (scope: FastifyInstance) => void): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.setErrorHandler((error, request, reply) => {
      if (error instanceof CodedError) return refuse(error, request, reply);
      throw error;
    });
    routes(scope);
  });
}

function refuse(error: CodedError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { code, message, extensions } = error;
  const isOurs = errorCatalogue[code].fault === 'US';
  request.log[isOurs ? 'warn' : 'info']({ code, reason: message }, 'an import is refused');
  if (code === 'UPLOAD_BUSY') void reply.header('retry-after', '30');
  const { code: _, ...details } = extensions;
  return reply.code(importStatus(code)).send(graphqlErrorBody(code, message, details));
}

/** Aborted when the caller has gone before the answer was sent, or after `timeoutMs`. */
export function callerSignal(reply: FastifyReply, timeoutMs: number): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort(new Error('the caller has gone'));
  });
  return AbortSignal.any([gone.signal, AbortSignal.timeout(timeoutMs)]);
}

import type { FastifyInstance } from 'fastify';
import { replyToBadHttp } from './error-reply.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A route whose body is a file, which may take longer to arrive than a query. */
    isUpload?: boolean;
  }
}

/**
 * Ends the connection of a caller that takes longer than `timeoutMs` to send a request, but for uploads, for which the
 * server's own limit holds: node has one for all requests, and a file's would be too long for a query's.
 */
export function endSlowBodies(app: FastifyInstance, timeoutMs: number): void {
  app.addHook('onRequest', async ({ raw, routeOptions }) => {
    const hasBody =
      raw.headers['transfer-encoding'] !== undefined || raw.headers['content-length'] !== undefined;
    if (!hasBody || routeOptions.config.isUpload === true) return;
    const timer = setTimeout(() => {
      const error = Object.assign(new Error('the body does not come'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
      replyToBadHttp(error, raw.socket);
    }, timeoutMs);
    raw.once('close', () => clearTimeout(timer));
    raw.once('end', () => clearTimeout(timer));
  });
}

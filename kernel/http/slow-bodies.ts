import type { FastifyInstance } from 'fastify';

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
      raw.socket.end('HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
      raw.destroy();
    }, timeoutMs);
    raw.once('close', () => clearTimeout(timer));
    raw.once('end', () => clearTimeout(timer));
  });
}

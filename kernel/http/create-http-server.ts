import { setTimeout as delay } from 'node:timers/promises';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { replyToBadAddress, replyToBadHttp, replyWithErrors } from './error-reply.ts';
import { explorerRoutes } from './explorer.ts';
import { healthRoutes, type ReadyReport } from './health-routes.ts';
import { endSlowBodies } from './slow-bodies.ts';
import { requestIdHeader, requestIdOf } from './request-id.ts';

export interface HttpServerOptions {
  readonly log: FastifyBaseLogger;
  readonly host: string;
  /** 0: one that the system picks, for tests. */
  readonly port: number;
  /** How long a caller may take to send a request, in milliseconds. */
  readonly requestTimeoutMs: number;
  /** How long a caller may take to send a file, in milliseconds; where it is not given, none are taken. */
  readonly uploadTimeoutMs?: number;
  /** The largest body of a request, in bytes. */
  readonly bodyLimit?: number;
  readonly ready: () => ReadyReport | Promise<ReadyReport>;
  /** Whether /explorer is served, which is for development only: the query that it begins with, or null. */
  readonly explorer: string | null;
  /** How long requests are still taken after `stop`, so that those on their way are not cut off. */
  readonly drainDelayMs?: number;
}

export interface HttpServer {
  readonly app: FastifyInstance;
  /** Listens, and gives the address: http://127.0.0.1:4000. */
  start(): Promise<string>;
  /** Ends without losing a request: not ready at once, then no new connections, then the last answers. */
  stop(): Promise<void>;
}

/** The HTTP side that gateway and subgraphs share: limits, request ids, health, errors, one log line a request. */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  let phase: 'OPEN' | 'DRAINING' = 'OPEN';
  const app = fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestIdOf,
    requestIdHeader: false,
    // A thousand figures, what one save takes, with their notes; queries have limits of their own.
    bodyLimit: options.bodyLimit ?? 1_000_000,
    requestTimeout: options.uploadTimeoutMs ?? options.requestTimeoutMs,
    // Requests that arrive on a kept connection while it drains are answered, and the connection ends with the answer.
    return503OnClosing: false,
    frameworkErrors: (error, _request, reply) => replyToBadAddress(error, reply),
    clientErrorHandler: replyToBadHttp,
    http: { maxHeaderSize: 16_384, headersTimeout: Math.min(options.requestTimeoutMs, 10_000) },
  });
  app.removeContentTypeParser('text/plain');
  if (options.uploadTimeoutMs !== undefined) endSlowBodies(app, options.requestTimeoutMs);
  app.addHook('onRequest', async (request, reply) => {
    void reply.header(requestIdHeader, request.id);
    void reply.header('x-content-type-options', 'nosniff');
  });
  app.addHook('onSend', async (_request, reply) => {
    if (phase === 'DRAINING') void reply.header('connection', 'close');
  });
  app.addHook('onResponse', async (request, reply) => {
    const { method, url, log } = request;
    // Without the query string: GET requests carry the caller's variables there.
    const path = url.split('?', 1)[0];
    log.info({ method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
  replyWithErrors(app);
  healthRoutes(app, options.ready, () => phase === 'DRAINING');
  if (options.explorer !== null) explorerRoutes(app, options.explorer);

  let stopping: Promise<void> | null = null;
  return {
    app,
    start: () =>
      app.listen({ host: options.host, port: options.port, listenTextResolver: (at) => `listens on ${at}` }),
    stop: () =>
      (stopping ??= (async () => {
        phase = 'DRAINING';
        await delay(options.drainDelayMs ?? 250);
        await app.close();
      })()),
  };
}

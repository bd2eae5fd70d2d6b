import type { FastifyInstance } from 'fastify';

/** Whether a process can answer, and which of the parts it leans on are up. Names only: no addresses, no reasons. */
export interface ReadyReport {
  readonly ready: boolean;
  readonly parts: Readonly<Record<string, 'UP' | 'DOWN'>>;
  /** Of a gateway: which supergraph is in force, and which was refused and why. */
  readonly supergraph?: object;
}

/**
 * `/health/live`: the process runs, and its event loop turns. `/health/ready`: it can answer; 503 before it can and while
 * it drains, so that a load balancer sends no more.
 */
export function healthRoutes(
  app: FastifyInstance,
  ready: () => ReadyReport | Promise<ReadyReport>,
  isDraining: () => boolean,
): void {
  const options = { logLevel: 'warn' } as const;
  app.get('/health/live', options, async (_request, reply) => {
    void reply.header('cache-control', 'no-store');
    return { status: 'LIVE' };
  });
  app.get('/health/ready', options, async (_request, reply) => {
    void reply.header('cache-control', 'no-store');
    if (isDraining()) return reply.code(503).send({ status: 'DRAINING', parts: {} });
    const report = await ready();
    if (!report.ready) void reply.code(503);
    const { ready: isReady, ...rest } = report;
    return { status: isReady ? 'READY' : 'NOT_READY', ...rest };
  });
}

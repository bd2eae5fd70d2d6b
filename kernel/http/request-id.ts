import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export const requestIdHeader = 'x-request-id';

/**
 * The id under which all processes log a request: the caller's, where it gives a usable one (a load balancer's, or the
 * gateway's at a subgraph), else a new one. Other texts are not taken: they would end up in logs and answers.
 */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers[requestIdHeader];
  return typeof given === 'string' && /^[\w.:-]{8,100}$/u.test(given) ? given : randomUUID();
}

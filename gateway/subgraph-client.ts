import { Pool } from 'undici';
import { requestIdHeader } from '../kernel/http/request-id.ts';
import { readSubgraphAnswer, type SubgraphAnswer } from './subgraph-answer.ts';
import { SubgraphFault } from './subgraph-fault.ts';

export interface SubgraphRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: string | undefined;
  readonly requestId: string;
  readonly authorization: string | null;
  /** Whether it changes nothing, and so may be sent again. */
  readonly repeatable: boolean;
  /** Milliseconds; the fetch is aborted then. */
  readonly timeoutMs: number;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

export interface SubgraphClient {
  /** @throws SubgraphFault for whatever is no answer of GraphQL. */
  send(request: SubgraphRequest): Promise<SubgraphAnswer>;
  close(): Promise<void>;
}

export interface SubgraphClientOptions {
  readonly connections?: number;
  /** The largest answer that is read, in bytes. */
  readonly answerLimit?: number;
}

/** A kept connection that the other side closed just when it was used: the one fault that a second try mends. */
const STALE_CONNECTION = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

/** Faults of a connection that never came about: nothing was sent. */
const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Speaks GraphQL over HTTP/1.1 with one subgraph, on connections that are kept. Nothing of what the gateway's usual data
 * source does for others is done (headers as objects, caching, redirects): it is the slowest part of a request.
 */
export function createSubgraphClient(url: string, options: SubgraphClientOptions = {}): SubgraphClient {
  const { origin, pathname, search } = new URL(url);
  const answerLimit = options.answerLimit ?? 20_000_000;
  // The request's own time-out covers all of it; the pool's would only be a second one.
  const pool = new Pool(origin, {
    connections: options.connections ?? 64,
    pipelining: 1,
    headersTimeout: 0,
    bodyTimeout: 0,
  });

  const once = async (request: SubgraphRequest, body: string, signal: AbortSignal) => {
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      [requestIdHeader]: request.requestId,
    };
    if (request.authorization !== null) headers['authorization'] = request.authorization;
    const response = await pool.request({ method: 'POST', path: pathname + search, headers, body, signal });
    return readSubgraphAnswer(response, answerLimit);
  };

  return {
    async send(request) {
      const { query, variables, operationName, timeoutMs } = request;
      const body = JSON.stringify({ query, variables, operationName });
      const abort = new AbortController();
      const timer = patientTimer(Math.max(timeoutMs, 0), () =>
        abort.abort(new SubgraphFault('TIMEOUT', `no answer in ${Math.round(timeoutMs)} ms`)),
      );
      const onGone = () => abort.abort(new SubgraphFault('CALLER_GONE', 'nobody waits for the answer'));
      if (request.signal.aborted) onGone();
      request.signal.addEventListener('abort', onGone, { once: true });
      try {
        try {
          return await once(request, body, abort.signal);
        } catch (error) {
          // A change may have been made before the connection broke: twice is worse than not at all.
          if (!request.repeatable || !STALE_CONNECTION.has(codeOf(error))) throw error;
          return await once(request, body, abort.signal);
        }
      } catch (error) {
        if (error instanceof SubgraphFault) throw error;
        const code = codeOf(error);
        throw new SubgraphFault('UNREACHABLE', `cannot be reached: ${code || String(error)}`, {
          cause: error,
          nothingDone: NOT_CONNECTED.has(code),
        });
      } finally {
        timer.stop();
        request.signal.removeEventListener('abort', onGone);
      }
    },
    // Not close(): the last request may have been given up, and its connection would be waited for.
    close: () => pool.destroy(),
  };
}

/** A time-out that is later than this found the process busy. */
const LATE_MS = 50;
/** So long may it then take to read what came meanwhile. */
const GRACE_MS = 250;

/**
 * Calls `expire` after `ms`. Where this process was too busy to notice in time (it loads a supergraph), the answer may have come
 * and not have been read, for timers are looked at first: then it waits once more, shortly.
 */
function patientTimer(ms: number, expire: () => void): { stop(): void } {
  const due = performance.now() + ms;
  let timer = setTimeout(() => {
    if (performance.now() - due > LATE_MS) timer = setTimeout(expire, GRACE_MS);
    else expire();
  }, ms);
  return { stop: () => clearTimeout(timer) };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

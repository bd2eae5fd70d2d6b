import type { ReadyReport } from '../kernel/http/health-routes.ts';
import type { SubgraphClient } from './subgraph-client.ts';
import { SubgraphFault } from './subgraph-fault.ts';

const PROBE_TIMEOUT_MS = 1_000;
/** So that being asked often does not mean asking the subgraphs often. */
const KEPT_MS = 2_000;

/**
 * Which sectors answer now, by their codes: each is asked the smallest query there is. A sector that is down makes the
 * gateway no less ready, for everything else is answered.
 */
export function sectorHealth(
  clients: ReadonlyMap<string, SubgraphClient>,
): () => Promise<ReadyReport['parts']> {
  let asked = { at: Number.NEGATIVE_INFINITY, parts: Promise.resolve({}) as Promise<ReadyReport['parts']> };
  return () => {
    const now = performance.now();
    if (now - asked.at > KEPT_MS) asked = { at: now, parts: probeAll(clients) };
    return asked.parts;
  };
}

async function probeAll(clients: ReadonlyMap<string, SubgraphClient>): Promise<ReadyReport['parts']> {
  const probes = [...clients].map(async ([code, client]) => [code, await probe(client)] as const);
  return Object.fromEntries(await Promise.all(probes));
}

async function probe(client: SubgraphClient): Promise<'UP' | 'DOWN'> {
  try {
    await client.send({
      query: '{ __typename }',
      variables: {},
      requestId: 'readiness',
      authorization: null,
      repeatable: true,
      timeoutMs: PROBE_TIMEOUT_MS,
      signal: new AbortController().signal,
    });
    return 'UP';
  } catch (error) {
    // The probe has no token: a subgraph that wants one of everybody has answered all the same.
    return error instanceof SubgraphFault && error.kind === 'UNAUTHENTICATED' ? 'UP' : 'DOWN';
  }
}

import type { RequestFacts } from '../kernel/http/mount-graphql.ts';
import { createRequestFaults, type RequestFaults } from './request-faults.ts';

/** What the fetches of one request share. */
export interface GatewayContext extends RequestFacts {
  /** The moment by which the whole request must be answered, on the clock of performance.now(). */
  readonly deadline: number;
  readonly faults: RequestFaults;
  /** The data of root fetches, into which the gateway merges what it fetches of entities later. */
  readonly answers: Record<string, unknown>[];
  /** Codes of the sectors that one fetch waited for in vain: no second one of the request waits as long again. */
  readonly tooSlow: Set<string>;
  /** Whether it is only to be planned: nothing is fetched then. */
  readonly planOnly: boolean;
}

export function createGatewayContext(
  facts: RequestFacts,
  { requestTimeoutMs, planOnly = false }: { readonly requestTimeoutMs: number; readonly planOnly?: boolean },
): GatewayContext {
  return {
    ...facts,
    deadline: performance.now() + requestTimeoutMs,
    faults: createRequestFaults(),
    answers: [],
    tooSlow: new Set(),
    planOnly,
  };
}

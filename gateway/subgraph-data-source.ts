import type { GraphQLDataSource } from '@apollo/gateway';
import { describeFetch } from './fetch.ts';
import { mendAnswer, replaceAnswer } from './mend-answer.ts';
import type { StandIn } from './stand-in.ts';
import type { SubgraphClient } from './subgraph-client.ts';
import { SubgraphFault } from './subgraph-fault.ts';

/**
 * The gateway's way to one subgraph, on which nothing ever fails: what the subgraph does not answer, or answers with
 * nonsense, the stand-in answers, and the request's faults are told what was lost. The gateway itself would give up the
 * fetch, and with it every `period`, `code` and `name` that its plan happens to take from this subgraph.
 */
export function createSubgraphDataSource(
  standIn: StandIn,
  client: SubgraphClient,
  { timeoutMs }: { readonly timeoutMs: number },
): GraphQLDataSource {
  return {
    async process(options) {
      const fetch = describeFetch(standIn, options);
      const { context, sector } = fetch;
      if (context.planOnly) return { data: null };
      let data: Record<string, unknown>;
      try {
        const left = context.deadline - performance.now();
        if (left <= 0)
          throw new SubgraphFault('TIMEOUT', 'the time for the whole request is over', { nothingDone: true });
        if (context.tooSlow.has(sector.code))
          throw new SubgraphFault('TIMEOUT', 'did not answer before', { nothingDone: true });
        const answer = await client.send({
          ...fetch,
          requestId: context.requestId,
          authorization: context.authorization,
          repeatable: fetch.rootType === 'Query',
          signal: context.signal,
          timeoutMs: Math.min(timeoutMs, left),
        });
        data = await mendAnswer(standIn, fetch, answer);
      } catch (error) {
        if (error instanceof SubgraphFault && error.kind === 'CALLER_GONE') return { data: null };
        const kind = error instanceof SubgraphFault ? error.kind : 'OUR_FAULT';
        if (kind === 'TIMEOUT') context.tooSlow.add(sector.code);
        context.log.warn({ sector: sector.code, kind, err: error }, 'a subgraph is stood in for');
        data = await replaceAnswer(standIn, fetch, {
          code: kind === 'UNAUTHENTICATED' ? kind : 'SUBGRAPH_UNAVAILABLE',
          outcome: error instanceof SubgraphFault && error.nothingDone ? 'NOT_DONE' : 'UNKNOWN',
        });
      }
      if (fetch.representations.length === 0) context.answers.push(data);
      return { data };
    },
  };
}

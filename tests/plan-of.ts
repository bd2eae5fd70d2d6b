import { ApolloServer } from '@apollo/server';
import { pino } from 'pino';
import { createFederatedGraph, loadGraph } from '../gateway/federated-graph.ts';
import { createGatewayContext, type GatewayContext } from '../gateway/gateway-context.ts';
import { createPlanCache } from '../gateway/plan-cache.ts';
import { readSupergraph } from '../gateway/supergraph-file.ts';
import { anonymous } from '../kernel/identity/identity.ts';

/** A node of a query plan, as far as tests look at it. */
export interface PlanNode {
  readonly kind: string;
  readonly nodes?: readonly PlanNode[];
  readonly serviceName?: string;
  readonly path?: readonly string[];
}

/** The gateway's own planner on gateway/supergraph.graphql, without any network. */
export async function startPlanner() {
  const planned: PlanNode[] = [];
  const plans = createPlanCache();
  const log = pino({ level: 'silent' });
  const loaded = await loadGraph({
    supergraph: readSupergraph(),
    log,
    plans: {
      ...plans,
      set: async (key, plan) => {
        if (plan.node !== undefined) planned.push(plan.node as PlanNode);
        await plans.set(key, plan);
      },
    },
    dataSource: () => ({ process: async () => ({ data: null }) }),
  });
  const apollo = new ApolloServer<GatewayContext>({
    gateway: createFederatedGraph(loaded).gateway,
    stopOnTerminationSignals: false,
    nodeEnv: 'test',
  });
  await apollo.start();
  return {
    schema: loaded.schema,
    async planOf(query: string): Promise<PlanNode> {
      planned.length = 0;
      const { body } = await apollo.executeOperation(
        { query },
        {
          contextValue: createGatewayContext(
            {
              requestId: 'plan',
              log,
              authorization: null,
              identity: anonymous,
              signal: new AbortController().signal,
            },
            { requestTimeoutMs: 1_000, planOnly: true },
          ),
        },
      );
      const last = planned.at(-1);
      if (last === undefined) throw new Error(`was not planned: ${JSON.stringify(body)}`);
      return last;
    },
    stop: () => apollo.stop(),
  };
}

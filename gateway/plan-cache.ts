import type { GatewayConfig } from '@apollo/gateway';

type QueryPlanCache = NonNullable<NonNullable<GatewayConfig['queryPlannerConfig']>['cache']>;
type QueryPlan = Parameters<QueryPlanCache['set']>[1];
type PlanNode = NonNullable<QueryPlan['node']>;

/** How many operations were planned, and how often a plan was there already. */
export interface PlanCounters {
  readonly planned: number;
  readonly reused: number;
}

export interface PlanCache extends QueryPlanCache {
  counters(): PlanCounters;
}

/** In characters of the operations that the kept plans send; what is kept of a plan in memory is some 50 times as much. */
const MOST_TEXT = 2_000_000;

/**
 * Keeps the plans that were used last, up to `mostText`. The gateway's own cache makes JSON of every plan to find its size,
 * of the parsed operations in it as well, and counts nothing.
 */
export function createPlanCache(mostText = MOST_TEXT): PlanCache {
  const plans = new Map<string, { readonly plan: QueryPlan; readonly size: number }>();
  let text = 0;
  let planned = 0;
  let reused = 0;
  const remove = (key: string) => {
    text -= plans.get(key)?.size ?? 0;
    return plans.delete(key);
  };
  return {
    async get(key) {
      const entry = plans.get(key);
      if (entry === undefined) return undefined;
      reused += 1;
      // A Map keeps the order of insertion: the first is then the one not used for longest.
      plans.delete(key);
      plans.set(key, entry);
      return entry.plan;
    },
    async set(key, plan) {
      planned += 1;
      remove(key);
      const size = plan.node === undefined ? 0 : textOf(plan.node);
      plans.set(key, { plan, size });
      text += size;
      for (const oldest of plans.keys()) {
        if (text <= mostText || oldest === key) break;
        remove(oldest);
      }
    },
    async delete(key) {
      return remove(key);
    },
    clear() {
      plans.clear();
      text = 0;
    },
    counters: () => ({ planned, reused }),
  };
}

function textOf(node: PlanNode): number {
  switch (node.kind) {
    case 'Fetch':
      return node.operation.length;
    case 'Flatten':
      return textOf(node.node);
    case 'Sequence':
    case 'Parallel':
      return node.nodes.reduce((sum, child) => sum + textOf(child), 0);
    case 'Condition':
      return [node.ifClause, node.elseClause].reduce((sum, child) => sum + (child ? textOf(child) : 0), 0);
    default:
      return 0;
  }
}

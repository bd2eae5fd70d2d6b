import type { GatewayConfig } from '@apollo/gateway';

/** How many ways to answer a query the planner weighs; without a limit, one query can hold the process for a second. */
export const plannerConfig: NonNullable<GatewayConfig['queryPlannerConfig']> = {
  debug: { maxEvaluatedPlans: 50 },
  // So that an answer can be held against what was asked, without parsing each fetch's operation again.
  exposeDocumentNodeInFetchNode: true,
};

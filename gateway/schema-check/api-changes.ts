import { CriticalityLevel, diff } from '@graphql-inspector/core';
import type { GraphQLSchema } from 'graphql';

/** One difference between two versions of what callers see. */
export interface ApiChange {
  /** BREAKING: a query that was right no longer is. DANGEROUS: one may be answered otherwise than before. */
  readonly criticality: 'BREAKING' | 'DANGEROUS' | 'SAFE';
  /** Where: "Query.telecom". Null where it is about the whole. */
  readonly path: string | null;
  readonly message: string;
}

const criticalities = {
  [CriticalityLevel.Breaking]: 'BREAKING',
  [CriticalityLevel.Dangerous]: 'DANGEROUS',
  [CriticalityLevel.NonBreaking]: 'SAFE',
} as const;
const order = ['BREAKING', 'DANGEROUS', 'SAFE'];

/** What changes for callers from `before` to `after`, the worst first. Descriptions are not told: no query hangs on them. */
export async function apiChanges(before: GraphQLSchema, after: GraphQLSchema): Promise<readonly ApiChange[]> {
  const changes = await diff(before, after);
  return changes
    .filter(({ type }) => !String(type).includes('DESCRIPTION'))
    .map(({ criticality, path, message }) => ({
      criticality: criticalities[criticality.level],
      path: path ?? null,
      message,
    }))
    .sort((a, b) => order.indexOf(a.criticality) - order.indexOf(b.criticality));
}

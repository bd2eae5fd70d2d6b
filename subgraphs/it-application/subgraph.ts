import { defineSubgraph } from '../../kernel/subgraph/subgraph-module.ts';
import { resolvers } from './resolvers.ts';

export const subgraph = defineSubgraph(import.meta.dirname, { resolvers });

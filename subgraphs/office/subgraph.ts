import { defineSubgraph } from '../../kernel/subgraph/subgraph-module.ts';
import { collections } from './collections.ts';
import { ownRows } from './own-rows.ts';
import { resolvers } from './resolvers.ts';

export const subgraph = defineSubgraph(import.meta.dirname, { resolvers, ownSchemas: collections, ownRows });

import { runSubgraph } from '../../kernel/subgraph/run-subgraph.ts';
import { subgraph } from './subgraph.ts';

await runSubgraph(subgraph);

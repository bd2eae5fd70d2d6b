import { describe, inject } from 'vitest';
import { readSectors } from '../kernel/sectors.ts';
import { settings } from '../kernel/settings.ts';
import { type FaultySystem, faultSuite } from './fault-suite.ts';
import { startFaultySubgraph } from './faulty-subgraph.ts';
import { startWholeSystem } from './support/whole-system.ts';

/** All processes as an operator runs them, each subgraph behind something that can spoil what it answers. */
async function startFaultySystem(): Promise<FaultySystem> {
  const faulty = new Map(
    await Promise.all(
      readSectors().map(async ({ code, field }) => [code, await startFaultySubgraph(field)] as const),
    ),
  );
  const find = (code: string) => {
    const found = faulty.get(code);
    if (found === undefined) throw new Error(`there is no subgraph ${code}`);
    return found;
  };
  const system = await startWholeSystem(
    inject('mongodbUri'),
    ({ code }, origin) => {
      find(code).target = `${origin}/graphql`;
      return find(code).url;
    },
    { [settings.subgraphTimeoutMs.name]: '1500' },
  );
  return {
    faulty: find,
    ask: (query) => system.ask(query),
    stop: async () => {
      await system.stop();
      await Promise.all([...faulty.values()].map((one) => one.stop()));
    },
  };
}

describe('a fault of a subgraph, the real ones in processes of their own', () => {
  faultSuite(startFaultySystem);
});

import type { Log } from '../kernel/log.ts';
import type { Sector } from '../kernel/sectors.ts';
import { type LoadedGraph, loadGraph } from './federated-graph.ts';
import type { LoadGraph } from './hot-reload/attempt.ts';
import { subgraphsOf } from './hot-reload/extract-subgraphs.ts';
import { createPlanCache } from './plan-cache.ts';
import { createStandIn } from './stand-in.ts';
import type { SubgraphClient } from './subgraph-client.ts';
import { createSubgraphDataSource } from './subgraph-data-source.ts';

interface Options {
  readonly sectors: readonly Sector[];
  /** By the sector's code. They are kept from graph to graph, and their connections with them. */
  readonly clients: ReadonlyMap<string, SubgraphClient>;
  /** The supergraph that the folders in hand compose to. */
  readonly ofThisBuild: string;
  readonly log: Log;
  /** Milliseconds for one fetch. */
  readonly timeoutMs: number;
}

/**
 * Makes graphs of supergraphs, each with plans and stand-ins of its own: a stand-in answers by the SDL that is in force,
 * which the folders in hand need not have any more, or yet.
 */
export function graphLoader(options: Options): LoadGraph<LoadedGraph> {
  const { sectors, clients, ofThisBuild, log, timeoutMs } = options;
  return async ({ supergraph }, tried) => {
    const sdls = new Map(tried ?? (supergraph === ofThisBuild ? [] : subgraphsOf(supergraph)));
    return loadGraph({
      supergraph,
      log,
      plans: createPlanCache(),
      dataSource: (folder) => {
        const sector = sectors.find((one) => one.folder === folder);
        const client = sector && clients.get(sector.code);
        if (sector === undefined || client === undefined) throw new Error(`there is no subgraph ${folder}`);
        return createSubgraphDataSource(createStandIn(sector, sectors, sdls.get(folder)), client, {
          timeoutMs,
        });
      },
    });
  };
}

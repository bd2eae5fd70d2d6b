import { Supergraph } from '@apollo/federation-internals';
import { composeSubgraphs } from '../compose-subgraphs.ts';
import { operationFaults } from '../schema-check/try-operations.ts';
import { type ExtractedSubgraphs, extractSubgraphs } from './extract-subgraphs.ts';

export interface SupergraphInQuestion {
  readonly supergraph: string;
  /** The subgraphs that the gateway can reach, by their folders. */
  readonly folders: readonly string[];
  /** The stored operations of the frontends. */
  readonly operations: readonly string[];
}

/** What came of a trial. With neither kind of fault, the supergraph may come into force. */
export interface SupergraphTrial {
  /** Why nothing could be answered by it. */
  readonly faults: readonly string[];
  /** Why single stored operations could not. */
  readonly operationFaults: readonly string[];
  readonly subgraphs: ExtractedSubgraphs;
}

/**
 * Whether the gateway could plan by a supergraph: it is read, its subgraphs are taken out of it and composed anew, so that
 * one that nobody composed is found out, and every stored operation is planned. Takes a second or two of computing.
 */
export function trySupergraph({ supergraph, folders, operations }: SupergraphInQuestion): SupergraphTrial {
  const refused = (...faults: string[]) => ({ faults, operationFaults: [], subgraphs: [] });
  try {
    const read = Supergraph.build(supergraph, { validateSupergraph: true });
    const sdls = new Map(extractSubgraphs(read));
    const unknown = [...sdls.keys()].filter((folder) => !folders.includes(folder));
    if (unknown.length > 0)
      return refused(`it holds a subgraph that this gateway does not know: ${unknown.join(', ')}`);
    const composed = composeSubgraphs(sdls);
    if (!composed.ok) return refused(...composed.errors.map(({ message }) => message));
    return { faults: [], operationFaults: operationFaults(read, operations), subgraphs: [...sdls] };
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}

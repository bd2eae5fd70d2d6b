import { Supergraph } from '@apollo/federation-internals';

/** The SDL of each subgraph, by folder. */
export type ExtractedSubgraphs = readonly (readonly [folder: string, sdl: string])[];

/**
 * The subgraphs as far as a supergraph tells of them: types, fields, keys, what is shared; no descriptions. It is what is in
 * force, whatever the folders on this machine say.
 */
export function extractSubgraphs(supergraph: Supergraph): ExtractedSubgraphs {
  return [...supergraph.subgraphs()].map((subgraph) => [subgraph.name, subgraph.toString()]);
}

/** The same of a supergraph that is known to be good, as text. */
export function subgraphsOf(supergraph: string): ExtractedSubgraphs {
  return extractSubgraphs(Supergraph.build(supergraph, { validateSupergraph: false }));
}

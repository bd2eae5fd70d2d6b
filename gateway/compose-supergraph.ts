import { subgraphSdl } from '../kernel/sdl/build-sdl.ts';
import type { Sector } from '../kernel/sectors.ts';
import { composeSubgraphs, type SubgraphSdls } from './compose-subgraphs.ts';

export interface ComposedGraph {
  /** What the gateway plans by, with addresses that exist nowhere: the real ones are settings. */
  readonly supergraph: string;
  /** What callers see. */
  readonly apiSchema: string;
  /** By the subgraph's folder. */
  readonly subgraphs: SubgraphSdls;
  /** What composition remarked on, as "LEVEL CODE: message". */
  readonly hints: readonly string[];
}

export type Composition =
  | { readonly ok: true; readonly graph: ComposedGraph }
  | { readonly ok: false; readonly faults: readonly string[] };

/**
 * One graph out of the SDL of all folders. Errors, and hints above INFO, are faults: such a hint says that two subgraphs
 * describe or declare the same thing differently, which is a mistake where all of them have the same kernel.
 */
export function composeSupergraph(
  sectors: readonly Sector[],
  sdlOf: (sector: Sector) => string = (sector) => subgraphSdl(sector, sectors),
): Composition {
  const subgraphs = new Map(sectors.map((sector) => [sector.folder, sdlOf(sector)]));
  const composed = composeSubgraphs(subgraphs);
  if (!composed.ok) return { ok: false, faults: composed.errors.map(({ message }) => message) };

  const { supergraph, apiSchema, hints } = composed;
  const described = ({ level, code, message }: (typeof hints)[number]) => `${level} ${code}: ${message}`;
  const faults = hints.filter(({ level }) => level === 'WARN').map(described);
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, graph: { supergraph, apiSchema, subgraphs, hints: hints.map(described) } };
}

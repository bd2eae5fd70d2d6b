import { composeServices } from '@apollo/composition';
import { parse, printSchema } from 'graphql';
import { subgraphSdl } from '../kernel/sdl/build-sdl.ts';
import type { Sector } from '../kernel/sectors.ts';

/** Hints up to here are normal (20 DEBUG, 40 INFO); above are the ones that tell of a mistake. */
const HIGHEST_HARMLESS_HINT = 40;

export interface ComposedGraph {
  /** What the gateway plans by, with addresses that exist nowhere: the real ones are settings. */
  readonly supergraph: string;
  /** What callers see. */
  readonly apiSchema: string;
  /** By the subgraph's folder. */
  readonly subgraphs: ReadonlyMap<string, string>;
  /** What composition remarked on, as "LEVEL CODE: message". */
  readonly hints: readonly string[];
}

export type Composition =
  | { readonly ok: true; readonly graph: ComposedGraph }
  | { readonly ok: false; readonly faults: readonly string[] };

/**
 * One graph out of the SDL of all subgraphs. Errors, and hints above INFO, are faults: such a hint says that two
 * subgraphs describe or declare the same thing differently, which is a mistake in code that the kernel shares.
 */
export function composeSupergraph(
  sectors: readonly Sector[],
  sdlOf: (sector: Sector) => string = (sector) => subgraphSdl(sector, sectors),
): Composition {
  const subgraphs = new Map(sectors.map((sector) => [sector.folder, sdlOf(sector)]));
  // By name: composition prints in the order it is given, and the order of ports is no reason for a difference in git.
  const services = [...subgraphs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, sdl]) => ({ name, url: `http://${name}.invalid/graphql`, typeDefs: parse(sdl) }));
  const result = composeServices(services);
  if (result.errors) return { ok: false, faults: result.errors.map((error) => error.message) };

  const described = result.hints.map(({ definition, message }) => {
    const level: number = definition.level.value;
    return {
      harmless: level <= HIGHEST_HARMLESS_HINT,
      text: `${definition.level.name} ${definition.code}: ${message}`,
    };
  });
  const faults = described.filter(({ harmless }) => !harmless).map(({ text }) => text);
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    graph: {
      supergraph: withoutTrailingBlanks(result.supergraphSdl),
      apiSchema: withoutTrailingBlanks(printSchema(result.schema.toAPISchema().toGraphQLJSSchema())),
      subgraphs,
      hints: described.map(({ text }) => text),
    },
  };
}

function withoutTrailingBlanks(sdl: string): string {
  return `${sdl.replace(/[ \t]+$/gmu, '').trimEnd()}\n`;
}

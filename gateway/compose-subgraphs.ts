import { composeServices } from '@apollo/composition';
import { parse, printSchema } from 'graphql';

/** SDL by the subgraph's folder. */
export type SubgraphSdls = ReadonlyMap<string, string>;

/** What composition remarks on: two subgraphs declare the same thing differently, and it makes one graph of them all the same. */
export interface CompositionHint {
  readonly level: 'DEBUG' | 'INFO' | 'WARN';
  readonly code: string;
  /** Of what it speaks: "Period.label", "Check.explanation(language:)". Null where it is about no single element. */
  readonly coordinate: string | null;
  readonly message: string;
}
export interface CompositionError {
  readonly code: string;
  readonly message: string;
}
export type ComposedSubgraphs =
  | {
      readonly ok: true;
      /** What the gateway plans by, with addresses that exist nowhere: the real ones are settings. */
      readonly supergraph: string;
      /** What callers see, as SDL. */
      readonly apiSchema: string;
      readonly hints: readonly CompositionHint[];
    }
  | { readonly ok: false; readonly errors: readonly CompositionError[] };

/** One graph out of the SDL of all subgraphs, whatever composition remarks on. An SDL that is no GraphQL is an error as well. */
export function composeSubgraphs(sdls: SubgraphSdls): ComposedSubgraphs {
  const services = [];
  // By name: composition prints in the order it is given, and the order of ports is no reason for a difference in git.
  for (const [name, sdl] of [...sdls].sort(([a], [b]) => (a < b ? -1 : 1))) {
    try {
      services.push({ name, url: `http://${name}.invalid/graphql`, typeDefs: parse(sdl) });
    } catch (error) {
      const message = `[${name}] ${error instanceof Error ? error.message : String(error)}`;
      return { ok: false, errors: [{ code: 'INVALID_GRAPHQL', message }] };
    }
  }
  const result = composeServices(services);
  if (result.errors) {
    return {
      ok: false,
      errors: result.errors.map(({ message, extensions }) => ({
        code: typeof extensions['code'] === 'string' ? extensions['code'] : 'UNKNOWN',
        message,
      })),
    };
  }
  return {
    ok: true,
    supergraph: withoutTrailingBlanks(result.supergraphSdl),
    apiSchema: withoutTrailingBlanks(printSchema(result.schema.toAPISchema().toGraphQLJSSchema())),
    hints: result.hints.map(({ definition, message, coordinate }) => ({
      level: definition.level.name as CompositionHint['level'],
      code: definition.code,
      coordinate: coordinate ?? null,
      message,
    })),
  };
}

function withoutTrailingBlanks(sdl: string): string {
  return `${sdl.replace(/[ \t]+$/gmu, '').trimEnd()}\n`;
}

import { type DocumentNode, Kind, type ObjectTypeDefinitionNode, parse } from 'graphql';
import type { CompositionError, SubgraphSdls } from '../compose-subgraphs.ts';

/** A composition error, told once however often it was found, with what to do about it where that is known. */
export interface AdvisedError extends CompositionError {
  readonly times: number;
  readonly advice: string | null;
}

const MOST_NAMED = 5;

const adviceByCode: Readonly<Record<string, string>> = {
  ENUM_VALUE_MISMATCH:
    'The enum is asked with and answered, so all must know its values: mark a new one @inaccessible until all subgraphs have it, or publish all at once (schema:publish -- --all).',
  REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH:
    'Make the new field of the input optional: it joins the graph once all subgraphs have it.',
  REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH:
    'Make the new argument optional: it joins the graph once all subgraphs have it.',
  INTERFACE_FIELD_NO_IMPLEM:
    'An interface promises for the types of all subgraphs: publish a change of it for all at once (schema:publish -- --all).',
  FIELD_ARGUMENT_DEFAULT_MISMATCH:
    'A default that all share changes in all at once (schema:publish -- --all).',
};

/** Errors of one code together: one new field can give hundreds that only differ in the query that cannot be answered. */
export function adviseErrors(
  errors: readonly CompositionError[],
  changed: SubgraphSdls,
  others: SubgraphSdls,
): readonly AdvisedError[] {
  const together = new Map<string, { readonly first: CompositionError; times: number }>();
  for (const error of errors) {
    const key = error.code === 'SATISFIABILITY_ERROR' ? error.code : `${error.code} ${error.message}`;
    const known = together.get(key);
    if (known === undefined) together.set(key, { first: error, times: 1 });
    else known.times += 1;
  }
  return [...together.values()].map(({ first, times }) => ({
    ...first,
    times,
    advice:
      first.code === 'SATISFIABILITY_ERROR'
        ? adviceOnFields(changed, others)
        : (adviceByCode[first.code] ?? null),
  }));
}

/** A shared type that has other fields here than there is what makes a query impossible to plan. */
function adviceOnFields(changed: SubgraphSdls, others: SubgraphSdls): string | null {
  const here = sharedTypes(changed);
  const there = sharedTypes(others);
  const only = (a: typeof here, b: typeof here) =>
    [...a].flatMap(([type, fields]) => {
      const known = b.get(type);
      return known === undefined
        ? []
        : [...fields].filter((field) => !known.has(field)).map((f) => `${type}.${f}`);
    });
  const added = only(here, there);
  const gone = only(there, here);
  const advice = [
    added.length > 0 &&
      `${list(added)} is not in all subgraphs yet: mark it @inaccessible until all have it, or publish all at once (schema:publish -- --all).`,
    gone.length > 0 &&
      `${list(gone)} is still in other subgraphs: mark it @inaccessible in all first, and take it away then.`,
  ].filter((sentence) => sentence !== false);
  return advice.length === 0 ? null : advice.join(' ');
}

function list(coordinates: readonly string[]): string {
  const more = coordinates.length - MOST_NAMED;
  return coordinates.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** Types without a key, which every subgraph answers for itself, with the fields of any subgraph here. */
function sharedTypes(sdls: SubgraphSdls): ReadonlyMap<string, ReadonlySet<string>> {
  const types = new Map<string, Set<string>>();
  for (const sdl of sdls.values()) {
    for (const type of objectTypes(parse(sdl))) {
      const fields = types.get(type.name.value) ?? new Set();
      for (const { name } of type.fields ?? []) fields.add(name.value);
      types.set(type.name.value, fields);
    }
  }
  return types;
}

function objectTypes({ definitions }: DocumentNode): readonly ObjectTypeDefinitionNode[] {
  return definitions
    .filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION)
    .filter(({ directives = [] }) => directives.some(({ name }) => name.value === 'shareable'));
}

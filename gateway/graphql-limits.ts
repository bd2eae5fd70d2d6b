import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isCompositeType,
  isListType,
  isObjectType,
  isInterfaceType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** What one document may ask for. */
export interface QueryLimits {
  /** Levels of fields, counted through fragments. */
  readonly depth: number;
  /** Aliases of objects; those of texts and figures, as for a name in two languages, are fields like others. */
  readonly aliases: number;
  /** Fields of Query in one operation. */
  readonly rootFields: number;
  readonly fragments: number;
  /** How often one key may stand in one pair of braces; comparing them takes validation the square of it. */
  readonly repeats: number;
  /** Fields with all fragments written out, those of interfaces once for each type: the time of planning goes by them. */
  readonly fields: number;
  /** Objects that the answer can hold, at worst. */
  readonly objects: number;
}

/** Several times what the whole briefing of all sectors with everything in it takes, as the tests of this file show. */
export const queryLimits: QueryLimits = {
  depth: 16,
  aliases: 100,
  rootFields: 40,
  fragments: 100,
  repeats: 50,
  fields: 20_000,
  objects: 5_000_000,
};
/** Of the text; the parser counts them. */
export const MOST_TOKENS = 40_000;

/** So many elements are taken to stand in a list whose length no argument bounds. */
const USUAL_LIST = 5;
/** No list is longer: more is refused by the subgraphs, whatever a variable says. */
const LONGEST_PAGE = 1_000;
/** What one introspection counts for: it makes a long answer. */
const DESCRIPTION = 500_000;

interface Measure {
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
  readonly objects: number;
}
const NOTHING: Measure = { depth: 0, aliases: 0, fields: 0, objects: 0 };

/**
 * Which limit `document` breaks, in words for the caller; null where it keeps all. To be asked before the document is
 * validated: validation and planning are what an oversized one would hold up. Fields and types that do not exist are left
 * to validation.
 */
export function brokenLimit(
  document: DocumentNode,
  schema: GraphQLSchema,
  limits: QueryLimits = queryLimits,
): string | null {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  if (fragments.length > limits.fragments) return tooMany('fragments', fragments.length, limits.fragments);
  const repeated = mostRepeated([...operations, ...fragments].map(({ selectionSet }) => selectionSet));
  if (repeated > limits.repeats)
    return tooMany('fields of the same name side by side', repeated, limits.repeats);

  const measure = measurer(schema, new Map(fragments.map((fragment) => [fragment.name.value, fragment])));
  for (const operation of operations) {
    const root = schema.getRootType(operation.operation);
    if (root == null) continue;
    const found = measure(operation.selectionSet, root);
    const roots = rootFieldCount(operation, fragments);
    if (roots > limits.rootFields) return tooMany('fields of Query', roots, limits.rootFields);
    if (found.depth > limits.depth) return tooMany('levels', found.depth, limits.depth);
    if (found.aliases > limits.aliases) return tooMany('aliases', found.aliases, limits.aliases);
    if (found.fields > limits.fields) return tooMany('fields', found.fields, limits.fields);
    if (found.objects > limits.objects)
      return `The answer could hold ${found.objects} objects, but at most ${limits.objects} are given at once: ask for a smaller "first", or for fewer lists within lists.`;
  }
  return null;
}

function tooMany(what: string, found: number, limit: number): string {
  return `The query has ${found} ${what}, but at most ${limit} are taken.`;
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** A fragment is measured once, however often it is spread: spread upon spread would otherwise be written out. */
function measurer(schema: GraphQLSchema, fragments: Fragments) {
  const known = new Map<string, Measure>();

  const ofSet = ({ selections }: SelectionSetNode, parent: GraphQLNamedType | undefined): Measure => {
    let sum = NOTHING;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) sum = add(sum, ofField(selection, parent));
      else if (selection.kind === Kind.FRAGMENT_SPREAD) sum = add(sum, ofFragment(selection.name.value));
      else {
        const condition = selection.typeCondition?.name.value;
        sum = add(
          sum,
          ofSet(selection.selectionSet, condition === undefined ? parent : schema.getType(condition)),
        );
      }
    }
    return sum;
  };

  const ofFragment = (name: string): Measure => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const fragment = fragments.get(name);
    if (fragment === undefined) return NOTHING;
    // What spreads itself is refused by validation; here it only must end.
    known.set(name, NOTHING);
    const measured = ofSet(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value));
    known.set(name, measured);
    return measured;
  };

  const ofField = (node: FieldNode, parent: GraphQLNamedType | undefined): Measure => {
    const name = node.name.value;
    if (node.selectionSet === undefined) return { depth: 1, aliases: 0, fields: 1, objects: 0 };
    const aliases = node.alias === undefined ? 0 : 1;
    // The graph's description of itself is deep, but nothing of it is planned or fetched; GraphQL.js bounds its lists.
    if (name === '__schema' || name === '__type')
      return { depth: 1, aliases, fields: 1, objects: DESCRIPTION };
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const type = field === undefined ? undefined : getNamedType(field.type);
    const within = ofSet(node.selectionSet, type);
    // A page's length is its connection's: nodes and edges are not lists of lists.
    const isPage = parent?.name.endsWith('Connection') === true;
    const elements = field === undefined || isPage || !isCompositeType(type) ? 1 : listLength(node, field);
    return {
      depth: within.depth + 1,
      aliases: within.aliases + aliases,
      fields: within.fields * (isInterfaceType(type) ? schema.getPossibleTypes(type).length : 1) + 1,
      objects: elements * (1 + within.objects),
    };
  };

  return ofSet;
}

function add(a: Measure, b: Measure): Measure {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    fields: a.fields + b.fields,
    objects: a.objects + b.objects,
  };
}

/** How many objects stand in a field at most: one, a page of `first`, or a usual list. */
function listLength(node: FieldNode, field: GraphQLField<unknown, unknown>): number {
  const first = field.args.find(({ name }) => name === 'first');
  if (!isListType(getNullableType(field.type)) && first === undefined) return 1;
  if (first === undefined) return USUAL_LIST;
  const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  if (given === undefined) return typeof first.defaultValue === 'number' ? first.defaultValue : LONGEST_PAGE;
  return given.kind === Kind.INT ? Math.min(Math.max(Number(given.value), 0), LONGEST_PAGE) : LONGEST_PAGE;
}

function mostRepeated(sets: readonly SelectionSetNode[]): number {
  let most = 0;
  const waiting = [...sets];
  for (let set = waiting.pop(); set !== undefined; set = waiting.pop()) {
    const counts = new Map<string, number>();
    for (const selection of set.selections) {
      const key =
        selection.kind === Kind.FIELD
          ? (selection.alias ?? selection.name).value
          : selection.kind === Kind.FRAGMENT_SPREAD
            ? `...${selection.name.value}`
            : '...';
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      most = Math.max(most, count);
      const within = selection.kind === Kind.FRAGMENT_SPREAD ? undefined : selection.selectionSet;
      if (within !== undefined) waiting.push(within);
    }
  }
  return most;
}

function rootFieldCount(
  { selectionSet }: OperationDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
): number {
  const byName = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  const counts = new Map<string, number>();
  const count = (set: SelectionSetNode): number =>
    set.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + 1;
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + count(selection.selectionSet);
      const name = selection.name.value;
      const fragment = byName.get(name);
      if (!counts.has(name) && fragment !== undefined) {
        counts.set(name, 0);
        counts.set(name, count(fragment.selectionSet));
      }
      return sum + (counts.get(name) ?? 0);
    }, 0);
  return count(selectionSet);
}

import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { OwnFields } from './own-fields.ts';

/** The type that an operation's own fields stand in. */
export type RootType = 'Query' | 'Mutation';

type Variables = Readonly<Record<string, unknown>>;

/** One field of an answer, by the key it stands under. */
export interface FieldShape {
  readonly key: string;
  readonly name: string;
  /** Null for __typename. */
  readonly type: GraphQLOutputType | null;
  /** Whether this subgraph alone can answer it. */
  readonly own: boolean;
  /** What stands in it, where it holds objects. */
  readonly object: ObjectShape | null;
}

/** What an object of an answer holds, by the type it turns out to have. */
export interface ObjectShape {
  fieldsOf(typeName: string): readonly FieldShape[];
}

/** The shape of the answer to an operation: what was asked, with fragments, @skip and @include resolved. */
export function answerShape(
  schema: GraphQLSchema,
  own: OwnFields,
  document: DocumentNode,
  variables: Variables,
): ObjectShape {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('must hold an operation');

  const collect = (
    type: GraphQLObjectType,
    { selections }: SelectionSetNode,
    found: Map<string, FieldNode[]>,
  ) => {
    for (const selection of selections) {
      if (!isIncluded(selection, variables)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const same = found.get(key);
        if (same === undefined) found.set(key, [selection]);
        else same.push(selection);
        continue;
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (fragment !== undefined && applies(schema, fragment.typeCondition?.name.value, type))
        collect(type, fragment.selectionSet, found);
    }
    return found;
  };

  const objectShape = (sets: readonly SelectionSetNode[]): ObjectShape => {
    const byType = new Map<string, readonly FieldShape[]>();
    return {
      fieldsOf(typeName) {
        let fields = byType.get(typeName);
        if (fields === undefined) {
          const type = schema.getType(typeName);
          if (!isObjectType(type)) throw new Error(`must be an object type, but got: ${typeName}`);
          const found = new Map<string, FieldNode[]>();
          for (const set of sets) collect(type, set, found);
          fields = [...found].map(([key, nodes]) => fieldShape(type, key, nodes));
          byType.set(typeName, fields);
        }
        return fields;
      },
    };
  };

  const fieldShape = (parent: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): FieldShape => {
    const name = nodes[0]?.name.value ?? '';
    const type = parent.getFields()[name]?.type ?? null;
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return {
      key,
      name,
      type,
      own: own.has(`${parent.name}.${name}`),
      object: type !== null && isCompositeType(getNamedType(type)) ? objectShape(sets) : null,
    };
  };

  return objectShape([operation.selectionSet]);
}

function applies(schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const conditionType = schema.getType(condition);
  return isAbstractType(conditionType) && schema.isSubType(conditionType, type);
}

function isIncluded({ directives = [] }: SelectionNode, variables: Variables): boolean {
  return directives.every((directive) => {
    const given = directive.arguments?.[0]?.value;
    if (given === undefined) return true;
    const value =
      given.kind === Kind.VARIABLE
        ? variables[given.name.value] === true
        : given.kind === Kind.BOOLEAN && given.value;
    if (directive.name.value === 'skip') return !value;
    return directive.name.value !== 'include' || value;
  });
}

/** The names of the variables by which an operation leaves fields out. */
function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  const visit = ({ selections }: SelectionSetNode) => {
    for (const selection of selections) {
      for (const directive of selection.directives ?? [])
        for (const { value } of directive.arguments ?? [])
          if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet !== undefined)
        visit(selection.selectionSet);
    }
  };
  for (const definition of document.definitions)
    if ('selectionSet' in definition) visit(definition.selectionSet);
  return [...names];
}

/** So many of 2^n are kept where an operation has n conditions; the rest are made anew. */
const MOST_SHAPES_OF_ONE = 16;

/** `answerShape` that keeps what it made as long as the query plan that holds the operation. */
export function rememberedShapes(schema: GraphQLSchema, own: OwnFields) {
  const known = new WeakMap<
    DocumentNode,
    { readonly conditions: readonly string[]; readonly shapes: Map<string, ObjectShape> }
  >();
  return (document: DocumentNode, variables: Variables): ObjectShape => {
    let entry = known.get(document);
    if (entry === undefined) {
      entry = { conditions: conditionVariables(document), shapes: new Map() };
      known.set(document, entry);
    }
    const key = entry.conditions.map((name) => (variables[name] === true ? '1' : '0')).join('');
    let shape = entry.shapes.get(key);
    if (shape === undefined) {
      shape = answerShape(schema, own, document, variables);
      if (entry.shapes.size >= MOST_SHAPES_OF_ONE) entry.shapes.clear();
      entry.shapes.set(key, shape);
    }
    return shape;
  };
}

import {
  Kind,
  parse,
  type DirectiveNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';

type ResolverMap = Readonly<Record<string, unknown>>;

/** As "Type.field". */
export type OwnFields = ReadonlySet<string>;

const roots: ReadonlySet<string> = new Set(['Query', 'Mutation']);

/**
 * The fields of Query, Mutation and of entities that a subgraph alone can answer, and that are null where it cannot: those
 * that are no key, not @shareable, and that the kernel's resolvers do not know. Found in its SDL, so that a field that a
 * team adds, there or in an `extend type`, is among them without anyone remembering it here.
 */
export function ownFields(sdl: string, kernelResolvers: ResolverMap): OwnFields {
  const own = new Set<string>();
  for (const [typeName, parts] of objectTypes(sdl)) {
    const keys = new Set(parts.flatMap(keyFields));
    if (!roots.has(typeName) && keys.size === 0) continue;
    const known = kernelResolvers[typeName];
    for (const field of parts.flatMap(({ fields = [] }) => fields)) {
      const name = field.name.value;
      const ofKernel = typeof known === 'object' && known !== null && name in known;
      if (!keys.has(name) && !isShareable(field) && !ofKernel) own.add(`${typeName}.${name}`);
    }
  }
  return own;
}

type ObjectTypePart = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

/** By name, each with its extensions. */
function objectTypes(sdl: string): ReadonlyMap<string, readonly ObjectTypePart[]> {
  const parts = new Map<string, ObjectTypePart[]>();
  for (const definition of parse(sdl, { noLocation: true }).definitions) {
    const { kind } = definition;
    if (kind !== Kind.OBJECT_TYPE_DEFINITION && kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
    const before = parts.get(definition.name.value);
    if (before === undefined) parts.set(definition.name.value, [definition]);
    else before.push(definition);
  }
  return parts;
}

function keyFields({ directives = [] }: ObjectTypePart): readonly string[] {
  const keys = directives.filter(({ name }) => name.value === 'key');
  return keys.flatMap((key) => stringArgument(key, 'fields').split(/\s+/u));
}

function stringArgument({ arguments: given = [] }: DirectiveNode, name: string): string {
  const value = given.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : '';
}

function isShareable({ directives = [] }: FieldDefinitionNode): boolean {
  return directives.some(({ name }) => name.value === 'shareable');
}

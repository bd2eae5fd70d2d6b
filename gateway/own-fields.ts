import {
  Kind,
  parse,
  type DirectiveNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';

type ResolverMap = Readonly<Record<string, unknown>>;

/** As "Type.field". */
export type OwnFields = ReadonlySet<string>;

const roots: ReadonlySet<string> = new Set(['Query', 'Mutation']);

/**
 * The fields of Query, Mutation and of entities that a subgraph alone can answer, and that are null where it cannot: those that are
 * no key, not @shareable, and that the kernel's resolvers do not know. Found in its SDL, so that a field that a team adds
 * is among them without anyone remembering it here.
 */
export function ownFields(sdl: string, kernelResolvers: ResolverMap): OwnFields {
  const own = new Set<string>();
  for (const definition of parse(sdl, { noLocation: true }).definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const keys = keyFields(definition);
    if (!roots.has(definition.name.value) && keys.size === 0) continue;
    const known = kernelResolvers[definition.name.value];
    for (const field of definition.fields ?? []) {
      const name = field.name.value;
      const ofKernel = typeof known === 'object' && known !== null && name in known;
      if (!keys.has(name) && !isShareable(field) && !ofKernel) own.add(`${definition.name.value}.${name}`);
    }
  }
  return own;
}

function keyFields({ directives = [] }: ObjectTypeDefinitionNode): ReadonlySet<string> {
  const keys = directives
    .filter(({ name }) => name.value === 'key')
    .map((key) => stringArgument(key, 'fields'));
  return new Set(keys.flatMap((fields) => fields.split(/\s+/u)));
}

function stringArgument({ arguments: given = [] }: DirectiveNode, name: string): string {
  const value = given.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : '';
}

function isShareable({ directives = [] }: FieldDefinitionNode): boolean {
  return directives.some(({ name }) => name.value === 'shareable');
}

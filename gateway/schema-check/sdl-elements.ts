import { type DefinitionNode, type DocumentNode, isTypeExtensionNode, Kind, print } from 'graphql';

/** "Period", "Period.label", "Check.explanation(language:)", "@indicator": GraphQL's schema coordinates. */
export type Coordinate = string;

/**
 * What an SDL declares, by coordinate, each as it is printed without what stands within it: of a type its description,
 * kind and directives; of a field also its arguments and type. Extensions of a type add to it.
 */
export function sdlElements(document: DocumentNode): ReadonlyMap<Coordinate, string> {
  const elements = new Map<Coordinate, string>();
  for (const definition of document.definitions) {
    const name = nameOf(definition);
    if (name === null) continue;
    if (isTypeExtensionNode(definition)) {
      // An extension may add directives, and nothing else, to the type itself.
      if ((definition.directives ?? []).length > 0)
        elements.set(name, `${elements.get(name) ?? ''} ${print(withoutParts(definition))}`);
    } else elements.set(name, print(withoutParts(definition)));
    for (const part of partsOf(definition)) {
      const at = `${name}.${part.name.value}`;
      elements.set(at, print(part));
      if (part.kind === Kind.FIELD_DEFINITION)
        for (const argument of part.arguments ?? [])
          elements.set(`${at}(${argument.name.value}:)`, print(argument));
    }
  }
  return elements;
}

function nameOf(definition: DefinitionNode): string | null {
  if (definition.kind === Kind.DIRECTIVE_DEFINITION) return `@${definition.name.value}`;
  if (definition.kind === Kind.OPERATION_DEFINITION || definition.kind === Kind.FRAGMENT_DEFINITION)
    return null;
  return 'name' in definition ? definition.name.value : null;
}

function partsOf(definition: DefinitionNode) {
  if ('fields' in definition) return definition.fields ?? [];
  return definition.kind === Kind.ENUM_TYPE_DEFINITION || definition.kind === Kind.ENUM_TYPE_EXTENSION
    ? (definition.values ?? [])
    : [];
}

function withoutParts(definition: DefinitionNode): DefinitionNode {
  if ('fields' in definition) return { ...definition, fields: [] };
  return definition.kind === Kind.ENUM_TYPE_DEFINITION ? { ...definition, values: [] } : definition;
}

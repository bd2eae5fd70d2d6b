import {
  getNamedType,
  isEnumType,
  isObjectType,
  isRequiredArgument,
  isScalarType,
  isUnionType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/**
 * Everything that can be selected of a type, as the text of a selection: each field but those that need an argument or that
 * `leaveOut` names ("Indicator.series"), each object with all of its own, down to where a type comes again: of that only
 * the plain fields. So a field that is added to the graph is in it without anybody thinking of it.
 */
export function wholeSelection(
  schema: GraphQLSchema,
  typeName: string,
  leaveOut: ReadonlySet<string>,
): string {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`must be an object type of the schema, but got: ${typeName}`);
  return selection(type, leaveOut, [type.name]);
}

function selection(type: GraphQLObjectType, leaveOut: ReadonlySet<string>, above: readonly string[]): string {
  const fields = Object.values(type.getFields()).filter(
    (field) => !leaveOut.has(`${type.name}.${field.name}`) && !field.args.some(isRequiredArgument),
  );
  const selected = fields.map((field) => fieldSelection(type, field, leaveOut, above));
  return ['__typename', ...selected.filter((text) => text !== '')].join(' ');
}

function fieldSelection(
  parent: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  leaveOut: ReadonlySet<string>,
  above: readonly string[],
): string {
  const type = getNamedType(field.type);
  if (isPlain(type)) return field.name;
  const again = above.filter((name) => name === parent.name).length > 1;
  if (again || isUnionType(type) || !isObjectType(type)) return '';
  // Two members of an interface may have a field of one name and two types: an alias keeps them apart.
  return `${field.name} { ${selection(type, leaveOut, [...above, type.name])} }`;
}

function isPlain(type: GraphQLNamedType): boolean {
  return isScalarType(type) || isEnumType(type);
}

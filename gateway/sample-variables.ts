import {
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  type TypeNode,
} from 'graphql';

const samples: Readonly<Record<string, unknown>> = {
  TimePeriod: '2020-07',
  LocalDate: '2020-07-31',
  DateTime: '2020-07-31T00:00:00Z',
  Decimal: '0',
  ID: 'x',
  String: 'x',
  Int: 1,
  Float: 1,
  Boolean: true,
};

/** Any value for each variable that an operation must be given, so that it can be planned without being asked for. */
export function sampleVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): Record<string, unknown> {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, type: node, defaultValue }) => {
      const type = inputType(schema, node);
      return isNonNullType(type) && defaultValue === undefined ? [[variable.name.value, sample(type)]] : [];
    }),
  );
}

/** The library declares one signature for each kind of node, and none for all. */
function inputType(schema: GraphQLSchema, node: TypeNode): GraphQLInputType | undefined {
  return typeFromAST(schema, node as never) as GraphQLInputType | undefined;
}

function sample(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sample(type.ofType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) && field.defaultValue === undefined,
    );
    return Object.fromEntries(required.map((field) => [field.name, sample(field.type)]));
  }
  return samples[type.name];
}

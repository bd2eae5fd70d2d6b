import { type GraphQLSchema, isScalarType } from 'graphql';
import { scalars } from '../kernel/subgraph/scalars.ts';

/**
 * Lets the gateway refuse a text that is no period, day or decimal by itself, with one error. Its schema comes from a
 * file, where scalars take everything: each of seven subgraphs would refuse it, with an error each.
 */
export function refuseWrongScalars(schema: GraphQLSchema): void {
  for (const { name, parseValue, parseLiteral } of Object.values(scalars)) {
    const type = schema.getType(name);
    if (isScalarType(type)) Object.assign(type, { parseValue, parseLiteral });
  }
}

import { operationFromDocument, type Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { type DocumentNode, Kind, parse, validate } from 'graphql';
import { plannerConfig } from '../planner-config.ts';

/**
 * Whether stored operations, given as texts, can still be answered by a graph: each is validated and planned as the
 * gateway would, and nothing is fetched.
 * @returns what is wrong, a sentence each that begins with the operation's name.
 */
export function operationFaults(supergraph: Supergraph, operations: readonly string[]): readonly string[] {
  const apiSchema = supergraph.apiSchema();
  const schema = apiSchema.toGraphQLJSSchema();
  const planner = new QueryPlanner(supergraph, plannerConfig);
  return operations.flatMap((text) => {
    let document: DocumentNode;
    try {
      document = parse(text);
    } catch (error) {
      return [`a stored operation cannot be read: ${messageOf(error)}`];
    }
    const names = document.definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? [definition.name?.value] : [],
    );
    const invalid = validate(schema, document);
    if (invalid.length > 0)
      return invalid.map(({ message }) => `${names[0] ?? 'an operation without a name'}: ${message}`);
    return names.flatMap((operationName) => {
      try {
        planner.buildQueryPlan(
          operationFromDocument(apiSchema, document, operationName === undefined ? {} : { operationName }),
        );
        return [];
      } catch (error) {
        return [`${operationName ?? 'an operation without a name'} cannot be planned: ${messageOf(error)}`];
      }
    });
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

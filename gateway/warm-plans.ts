import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApolloServer } from '@apollo/server';
import { type GraphQLSchema, Kind, parse, print } from 'graphql';
import { anonymous } from '../kernel/identity/identity.ts';
import type { Log } from '../kernel/log.ts';
import { createGatewayContext, type GatewayContext } from './gateway-context.ts';
import { sampleVariables } from './sample-variables.ts';

/** The product's own operations, a file each, in `folder` and the folders within. */
export function readKnownOperations(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}

/**
 * Parses, validates and plans operations before the first caller waits for it: 30-40 ms each. Nothing is fetched. They are
 * planned as they stand in their files and as GraphQL.js prints them, which is what frontends send that are built from them.
 * An operation that does not fit the graph is told in the log and no reason not to start.
 */
export async function warmPlans(
  apollo: ApolloServer<GatewayContext>,
  schema: GraphQLSchema,
  operations: readonly string[],
  log: Log,
): Promise<void> {
  for (const text of operations) {
    const document = parse(text);
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
      const operationName = definition.name?.value;
      for (const query of new Set([text, print(document)])) {
        const { body } = await apollo.executeOperation(
          {
            query,
            variables: sampleVariables(schema, definition),
            ...(operationName !== undefined && { operationName }),
          },
          { contextValue: planOnlyContext(log) },
        );
        if (body.kind === 'single' && body.singleResult.data === undefined)
          log.error(
            { operationName, errors: body.singleResult.errors },
            'an operation of ours does not fit the graph',
          );
      }
    }
  }
}

function planOnlyContext(log: Log): GatewayContext {
  return createGatewayContext(
    {
      requestId: 'warming',
      log,
      authorization: null,
      identity: anonymous,
      signal: new AbortController().signal,
    },
    { requestTimeoutMs: 0, planOnly: true },
  );
}

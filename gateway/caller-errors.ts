import { ApolloServerErrorCode } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { CodedError, errorCatalogue } from '../kernel/errors.ts';

/** What Apollo Server says of a request it cannot use; it says nothing there but of the request. */
const codesOfApollo: ReadonlySet<unknown> = new Set([
  ApolloServerErrorCode.GRAPHQL_PARSE_FAILED,
  ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED,
  ApolloServerErrorCode.BAD_REQUEST,
  ApolloServerErrorCode.BAD_USER_INPUT,
  // What a client that sends hashes of queries waits for, to send the query itself.
  ApolloServerErrorCode.PERSISTED_QUERY_NOT_SUPPORTED,
]);

/**
 * An error as a caller may see it. Errors of the catalogue and about the request pass; of everything else, which may hold
 * addresses, stacks or what a subgraph said, only that there was one. Never passed: extensions but the code, the sector
 * and a catalogued error's own details.
 */
export function toCallerError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { locations, path } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const coded = codedCause(error);
  if (coded !== null) return { message: coded.message, ...place, extensions: { ...coded.extensions } };

  const { code, sector } = formatted.extensions ?? {};
  const known = codesOfApollo.has(code) || (typeof code === 'string' && Object.hasOwn(errorCatalogue, code));
  if (!known || (code === 'INTERNAL_SERVER_ERROR' && sector === undefined))
    return {
      message: errorCatalogue.INTERNAL_SERVER_ERROR.meaning,
      ...place,
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    };
  return {
    message: formatted.message,
    ...place,
    extensions: { code, ...(typeof sector === 'string' && { sector }) },
  };
}

/** The error of the catalogue that a scalar threw, beneath what GraphQL and Apollo Server wrapped it in. */
function codedCause(error: unknown): CodedError | null {
  let cause = error;
  for (let depth = 0; depth < 5 && cause instanceof Error; depth += 1) {
    if (cause instanceof CodedError) return cause;
    cause = 'originalError' in cause ? cause.originalError : null;
  }
  return null;
}

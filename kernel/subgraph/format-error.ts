import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import mongoose from 'mongoose';
import { CodedError, errorCatalogue, type ErrorCode } from '../errors.ts';

/** Codes that Apollo Server gives to requests that are no valid operation: the caller's to mend. */
const requestCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/**
 * What a caller may see of an error: the caller's own faults and those of the data as they are, all others by the meaning
 * of their code, for their text is for the log.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { message, path, locations } = formatted;
  const at = { ...(path ? { path } : {}), ...(locations ? { locations } : {}) };
  const extensions = extensionsOf(formatted, error);
  const code = extensions?.['code'];
  if (typeof code === 'string' && requestCodes.has(code)) return { message, ...at, extensions: { code } };
  if (isCatalogued(code) && errorCatalogue[code].fault !== 'US')
    return { message, ...at, extensions: { ...extensions, code } };
  const hidden = isCatalogued(code) && code !== 'INTERNAL_SERVER_ERROR' ? code : codeOf(error);
  return { message: errorCatalogue[hidden].meaning, ...at, extensions: { code: hidden } };
}

/** Validation gives its own code to a literal that a scalar refused; the scalar's says more, as it does of a variable. */
function extensionsOf({ extensions }: GraphQLFormattedError, error: unknown) {
  const cause = error instanceof GraphQLError ? error.originalError : undefined;
  return cause instanceof CodedError ? cause.extensions : extensions;
}

/** Of an error without a code of ours: the driver's, and what mongoose says where it has no connection, are told apart. */
function codeOf(error: unknown): ErrorCode {
  const thrown = unwrapResolverError(error);
  return thrown instanceof mongoose.mongo.MongoError || thrown instanceof mongoose.Error
    ? 'DATABASE_UNAVAILABLE'
    : 'INTERNAL_SERVER_ERROR';
}

/** Whether an error is ours to mend, and so belongs in the log with its stack. */
export function isOurs(formatted: GraphQLFormattedError): boolean {
  const code = formatted.extensions?.['code'];
  return isCatalogued(code) && errorCatalogue[code].fault !== 'CALLER';
}

function isCatalogued(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorCatalogue, code);
}

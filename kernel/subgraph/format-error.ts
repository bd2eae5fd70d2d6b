import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import mongoose from 'mongoose';
import { errorCatalogue, type ErrorCode } from '../errors.ts';

/** Codes that Apollo Server gives to requests that are no valid operation: the caller's to mend. */
const requestCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);

/**
 * What a caller may see of an error: those of the catalogue and of the request as they are, those of the database and
 * all others without their text, which is for the log.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const code = formatted.extensions?.['code'];
  const { message, path, locations } = formatted;
  const at = { ...(path ? { path } : {}), ...(locations ? { locations } : {}) };
  if (isCatalogued(code) && code !== 'INTERNAL_SERVER_ERROR')
    return { message, ...at, extensions: { ...formatted.extensions, code } };
  if (typeof code === 'string' && requestCodes.has(code)) return { message, ...at, extensions: { code } };
  const hidden: ErrorCode =
    unwrapResolverError(error) instanceof mongoose.mongo.MongoError ? 'DATABASE_UNAVAILABLE' : 'INTERNAL_SERVER_ERROR';
  return { message: errorCatalogue[hidden].meaning, ...at, extensions: { code: hidden } };
}

/** Whether an error is ours to mend, and so belongs in the log with its stack. */
export function isOurs(formatted: GraphQLFormattedError): boolean {
  const code = formatted.extensions?.['code'];
  return isCatalogued(code) && errorCatalogue[code].fault !== 'CALLER';
}

function isCatalogued(code: unknown): code is ErrorCode {
  return typeof code === 'string' && code in errorCatalogue;
}

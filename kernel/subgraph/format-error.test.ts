import { GraphQLError } from 'graphql';
import mongoose from 'mongoose';
import { describe, expect, test } from 'vitest';
import { CodedError, errorCatalogue } from '../errors.ts';
import { formatError, isOurs } from './format-error.ts';

/** What graphql-js makes of an error that a resolver threw, and Apollo Server of that. */
function answered(thrown: Error, path: readonly string[] = ['briefing', 'telecom']) {
  const error = new GraphQLError(thrown.message, { originalError: thrown, path });
  const extensions = { code: 'INTERNAL_SERVER_ERROR', ...error.extensions, stacktrace: ['at /srv/app.ts:1'] };
  return formatError({ message: error.message, path: error.path ?? [], extensions }, error);
}

test('a fault of the caller is told as it is, with its code and its path', () => {
  expect(answered(new CodedError('INVALID_PAGE', 'first must be 1 to 1000', { most: 1000 }))).toEqual({
    message: 'first must be 1 to 1000',
    path: ['briefing', 'telecom'],
    extensions: { code: 'INVALID_PAGE', most: 1000 },
  });
});

describe('of what is no business of the caller only the code is told', () => {
  const secret = 'connection to mongodb://user:secret@10.0.0.7:27017 closed';
  test.each([
    ['the driver', new mongoose.mongo.MongoNetworkError(secret), 'DATABASE_UNAVAILABLE'],
    [
      'a full wait for a server',
      new mongoose.mongo.MongoServerSelectionError(secret, {} as never),
      'DATABASE_UNAVAILABLE',
    ],
    ['mongoose without a connection', new mongoose.Error(secret), 'DATABASE_UNAVAILABLE'],
    ['any other error', new TypeError(secret), 'INTERNAL_SERVER_ERROR'],
    ['our own unspecific code', new CodedError('INTERNAL_SERVER_ERROR', secret), 'INTERNAL_SERVER_ERROR'],
  ] as const)('%s', (_, thrown, code) => {
    const formatted = answered(thrown);
    expect(formatted).toEqual({
      message: errorCatalogue[code].meaning,
      path: ['briefing', 'telecom'],
      extensions: { code },
    });
    expect(JSON.stringify(formatted)).not.toMatch(/secret|10\.0\.0\.7|stack/u);
  });
});

test('a request that is no operation keeps Apollo’s code, without a stack', () => {
  const message = 'Cannot query field "x" on type "Query".';
  const extensions = { code: 'GRAPHQL_VALIDATION_FAILED', stacktrace: ['at …'] };
  expect(formatError({ message, extensions }, new GraphQLError(message))).toEqual({
    message,
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  });
});

test('a literal that a scalar refused has the scalar’s code, not that of validation', () => {
  const originalError = new CodedError('INVALID_DATE', 'A day must exist');
  const error = new GraphQLError('Expected value of type "LocalDate"', { originalError });
  const extensions = { code: 'GRAPHQL_VALIDATION_FAILED' };
  expect(formatError({ message: error.message, extensions }, error).extensions).toEqual({
    code: 'INVALID_DATE',
  });
});

test('an unknown code is hidden like none', () => {
  const formatted = formatError({ message: 'x', extensions: { code: 'toString' } }, new Error('x'));
  expect(formatted.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
});

test('the log gets what is ours to mend: the data and the database, not the caller’s slips', () => {
  const ours = (code: string) => isOurs({ message: '', extensions: { code } });
  expect(['DATABASE_UNAVAILABLE', 'INTERNAL_SERVER_ERROR', 'HEADLINE_AMBIGUOUS'].map(ours)).toEqual([
    true,
    true,
    true,
  ]);
  expect(['INVALID_PAGE', 'GRAPHQL_VALIDATION_FAILED', 'toString'].map(ours)).toEqual([false, false, false]);
});

test('a fault of ours that has a code of its own keeps it, and loses its text', () => {
  const thrown = new CodedError('MONGODB_NOT_FOUND', 'no mongod under /srv/secret');
  expect(answered(thrown)).toMatchObject({
    message: errorCatalogue.MONGODB_NOT_FOUND.meaning,
    extensions: { code: 'MONGODB_NOT_FOUND' },
  });
});

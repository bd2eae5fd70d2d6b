import { describe, expect, test } from 'vitest';
import { databaseUri, hostsOf } from './database-uri.ts';

describe('databaseUri', () => {
  test.each([
    ['mongodb://localhost', 'mongodb://localhost/db'],
    ['mongodb://localhost/', 'mongodb://localhost/db'],
    ['mongodb://localhost/other', 'mongodb://localhost/db'],
    ['mongodb://localhost?replicaSet=rs', 'mongodb://localhost/db?replicaSet=rs'],
    ['mongodb://a:1,b:2,c:3/?replicaSet=rs&tls=true', 'mongodb://a:1,b:2,c:3/db?replicaSet=rs&tls=true'],
    ['mongodb://[::1]:27017/?directConnection=true', 'mongodb://[::1]:27017/db?directConnection=true'],
  ])('%s without a user', (uri, joined) => {
    expect(databaseUri(uri, 'db')).toBe(joined);
  });

  test.each([
    ['none: admin, as MongoDB has it', 'mongodb://u:p@h/', 'mongodb://u:p@h/db?authSource=admin'],
    ['the database it named', 'mongodb://u:p@h/users?w=1', 'mongodb://u:p@h/db?w=1&authSource=users'],
    [
      'an authSource that is set',
      'mongodb://u:p@h/users?authSource=own',
      'mongodb://u:p@h/db?authSource=own',
    ],
    ['whatever its case', 'mongodb://u:p@h/users?AUTHSOURCE=own', 'mongodb://u:p@h/db?AUTHSOURCE=own'],
    [
      'Atlas',
      'mongodb+srv://u:p%40@c.x.mongodb.net/?w=majority',
      'mongodb+srv://u:p%40@c.x.mongodb.net/db?w=majority&authSource=admin',
    ],
    [
      'users outside of MongoDB',
      'mongodb://u@h/?authMechanism=MONGODB-X509',
      'mongodb://u@h/db?authMechanism=MONGODB-X509',
    ],
    [
      'LDAP',
      'mongodb://u:p@h/?authMechanism=PLAIN',
      'mongodb://u:p@h/db?authMechanism=PLAIN&authSource=$external',
    ],
  ])('keeps where the user is known: %s', (_, uri, joined) => {
    expect(databaseUri(uri, 'db')).toBe(joined);
  });

  test('is the same the second time, so that joining twice does no harm', () => {
    const once = databaseUri('mongodb://u:p@h/users?w=1', 'first');
    expect(databaseUri(once, 'first')).toBe(once);
  });

  test('refuses what is no address without repeating it, and what is no database name', () => {
    expect(() => databaseUri('postgres://u:hunter2@h', 'db')).toThrow(
      /^must be a MongoDB address, but got another text/u,
    );
    expect(() => databaseUri('postgres://u:hunter2@h', 'db')).not.toThrow(/hunter2/u);
    expect(() => databaseUri('mongodb://h', 'a/b?c')).toThrow('must be a database name, but got: "a/b?c"');
  });
});

test('hostsOf shows hosts only', () => {
  expect(hostsOf('mongodb://u:p@a:1,b:2/x?tls=true')).toBe('a:1,b:2');
  expect(hostsOf('nonsense u:p')).toBe('an unreadable address');
});

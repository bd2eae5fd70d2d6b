import { quoted } from '../quoted.ts';

const shape =
  /^(?<scheme>mongodb(?:\+srv)?:\/\/)(?:(?<user>[^@/?]*)@)?(?<hosts>[^@/?]+)(?:\/(?<database>[^?]*))?(?:\?(?<options>.*))?$/u;
/** Mechanisms that know their users outside of MongoDB: an authSource other than $external is refused with them. */
const externalMechanism = /^(?:GSSAPI|MONGODB-X509|MONGODB-AWS|MONGODB-OIDC)$/iu;

/**
 * A MongoDB address with `database` as its database, everything else kept: members, options, TLS, SRV.
 *
 * The database of an address has two meanings: where data goes, and where the user is known. Putting another one there
 * would move the user too, so the old one (or MongoDB's own default, admin) is kept as authSource.
 * Refuses a text that is no MongoDB address; the message does not repeat it, as it may hold a password.
 * Source: MongoDB's connection string specification, "Defaults for authSource".
 */
export function databaseUri(uri: string, database: string): string {
  if (!/^[\w-]{1,63}$/u.test(database))
    throw new Error(`must be a database name, but got: ${quoted(database)}`);
  const { scheme, user, hosts, database: old = '', options = '' } = shape.exec(uri)?.groups ?? {};
  if (scheme === undefined || hosts === undefined)
    throw new Error('must be a MongoDB address, but got another text (not shown)');
  const given = options.split('&').filter((option) => option !== '');
  const option = (name: string) =>
    given.find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}=`));
  const mechanism = option('authMechanism')?.split('=')[1] ?? '';
  const isExternal = externalMechanism.test(mechanism);
  const needsSource = user !== undefined && option('authSource') === undefined && !isExternal;
  const source = old !== '' ? old : /^PLAIN$/iu.test(mechanism) ? '$external' : 'admin';
  const query = [...given, ...(needsSource ? [`authSource=${source}`] : [])].join('&');
  return `${scheme}${user === undefined ? '' : `${user}@`}${hosts}/${database}${query === '' ? '' : `?${query}`}`;
}

/** The hosts of an address, for people: no user, no password, no options. */
export function hostsOf(uri: string): string {
  return shape.exec(uri)?.groups?.['hosts'] ?? 'an unreadable address';
}

/**
 * The catalogue of settings: what each takes, falls back to and means, once. kernel/environment.ts reads them; the
 * configuration table of README.md is printed from `settingsTable`.
 */
import { z } from 'zod';

export interface Setting<Value> {
  readonly name: string;
  readonly schema: z.ZodType<Value, string>;
  /** What holds where it is not set, in words. */
  readonly fallback: string;
  readonly meaning: string;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .refine((text) => /^\d{1,9}$/u.test(text) && Number(text) >= least && Number(text) <= most, {
      error: `must be a whole number from ${least} to ${most}`,
    })
    .transform(Number);
const port = wholeNumber(1, 65_535);
const milliseconds = wholeNumber(100, 600_000);
const flag = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .transform((text) => text === 'true');
const path = z.string();
const claimText = z.string().max(500, { error: 'must be a text of at most 500 characters' });
const mongodbUri = z.string().regex(/^mongodb(\+srv)?:\/\/[^/?\s]+(\/[^?\s]*)?(\?\S*)?$/u, {
  error:
    'must be a MongoDB address such as mongodb://host:27017/?replicaSet=rs0 or mongodb+srv://cluster.example',
});
const httpUrl = z
  .url({ protocol: /^https?$/u, error: 'must be an address such as http://telecom:4002/graphql' })
  .refine((text) => !text.includes('@'), { error: 'must be an address without user name and password' });
/** An address of keys, or a path; what looks like an address of another kind is neither. */
const addressOrPath = z.string().refine((text) => !text.includes('://') || httpUrl.safeParse(text).success, {
  error:
    'must be a path, or an address such as https://login.example/jwks.json without user name and password',
});
const oneOf = <const Word extends string>(words: readonly Word[]) =>
  z.enum(words, { error: `must be one of ${words.join(', ')}` });

function setting<Value>(
  name: string,
  schema: z.ZodType<Value, string>,
  fallback: string,
  meaning: string,
): Setting<Value> {
  return { name, schema, fallback, meaning };
}

/** The settings of the whole system. */
export const settings = {
  mongodbUri: setting(
    'MONGODB_URI',
    mongodbUri,
    'a mongod of our own',
    'MongoDB for all subgraphs: a replica set, a sharded cluster or Atlas. A database named in it is where the user is known (authSource); data goes to `giaoban_<subgraph>`.',
  ),
  mongodBinary: setting(
    'MONGOD_BINARY',
    path,
    '`mongod` on PATH, else a fetched one',
    'The mongod program to run where no MONGODB_URI is set.',
  ),
  mongodbDownload: setting(
    'MONGODB_DOWNLOAD',
    flag,
    'true',
    "Whether mongod may be downloaded from MongoDB's site.",
  ),
  dataDir: setting(
    'DATA_DIR',
    path,
    '`.data`',
    'Where a mongod of our own keeps its data, and processes their logs.',
  ),
  cacheDir: setting(
    'CACHE_DIR',
    path,
    '`.cache`',
    'Where a fetched mongod is kept; may be deleted when nothing runs.',
  ),
  documentsDir: setting(
    'DOCUMENTS_DIR',
    path,
    '`../shared/documents` where it exists',
    'The source documents as text, against which citations are checked.',
  ),
  host: setting(
    'HOST',
    z.string().regex(/^[\w.:-]+$/u, { error: 'must be a host name or an address' }),
    '127.0.0.1',
    'The address that processes listen on.',
  ),
  gatewayPort: setting('GATEWAY_PORT', port, '4000', 'The port of the gateway.'),
  supergraph: setting(
    'SUPERGRAPH',
    path,
    'the one of this build',
    'Where the gateway gets its supergraph from: the path of a file, or `registry`. It takes a new one without a restart.',
  ),
  registryUri: setting(
    'REGISTRY_URI',
    mongodbUri,
    'MONGODB_URI, else the MongoDB of `npm start`',
    'MongoDB of the registry that teams publish their SDL to (database `giaoban_registry`).',
  ),
  supergraphPollMs: setting(
    'SUPERGRAPH_POLL_MS',
    milliseconds,
    '2000',
    'How often the gateway looks for another supergraph; of the registry it is told at once as well.',
  ),
  nodeEnv: setting(
    'NODE_ENV',
    oneOf(['development', 'test', 'production']),
    'development',
    'In production, introspection is off unless INTROSPECTION says otherwise.',
  ),
  logLevel: setting('LOG_LEVEL', oneOf(logLevels), 'info', 'The least important line that is logged.'),
  introspection: setting(
    'INTROSPECTION',
    flag,
    'true; in production false',
    'Whether the graph describes itself to callers.',
  ),
  jwtJwks: setting(
    'JWT_JWKS',
    addressOrPath,
    'a key of our own; in production none, and no token is accepted',
    'The public keys that tokens are checked with: the address (in production https) or the path of a JSON Web Key Set. Needs the next two.',
  ),
  jwtIssuer: setting(
    'JWT_ISSUER',
    claimText,
    '`giaoban-development`',
    'Whose tokens are accepted: their `iss`.',
  ),
  jwtAudience: setting(
    'JWT_AUDIENCE',
    claimText,
    '`giaoban`',
    'For whom tokens must be made out: their `aud`.',
  ),
  anonymousReads: setting(
    'ANONYMOUS_READS',
    flag,
    'true',
    'Whether published figures may be read without a token; if not, every request of the graph needs one.',
  ),
  subgraphTimeoutMs: setting(
    'SUBGRAPH_TIMEOUT_MS',
    milliseconds,
    '5000',
    'How long the gateway waits for a subgraph.',
  ),
  requestTimeoutMs: setting(
    'REQUEST_TIMEOUT_MS',
    milliseconds,
    '15000',
    'How long a whole request may take.',
  ),
  importTimeoutMs: setting(
    'IMPORT_TIMEOUT_MS',
    milliseconds,
    '300000',
    'How long an upload and its import may take.',
  ),
  shutdownGraceMs: setting(
    'SHUTDOWN_GRACE_MS',
    milliseconds,
    '10000',
    'How long a stopping process may take to finish what it began.',
  ),
};

/**
 * The settings of one subgraph. Kubernetes sets `<NAME>_PORT=tcp://…` by itself for a service of that name; there,
 * `enableServiceLinks: false` keeps it from being taken for ours.
 */
export function settingsOfSubgraph(sectorCode: string) {
  return {
    mongodbUri: setting(
      `${sectorCode}_MONGODB_URI`,
      mongodbUri,
      'MONGODB_URI',
      "MongoDB of this subgraph's own.",
    ),
    port: setting(`${sectorCode}_PORT`, port, 'the port in its sector.yml', 'The port of this subgraph.'),
    url: setting(
      `${sectorCode}_URL`,
      httpUrl,
      'http://HOST:PORT/graphql',
      'Where the gateway finds this subgraph.',
    ),
  };
}

/** Rows of the configuration table: name, what holds where it is not set, meaning. */
export function settingsTable(): readonly Omit<Setting<unknown>, 'schema'>[] {
  return [...Object.values(settings), ...Object.values(settingsOfSubgraph('<SUBGRAPH>'))].map(
    ({ name, fallback, meaning }) => ({ name, fallback, meaning }),
  );
}

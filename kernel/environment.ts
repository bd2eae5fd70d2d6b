/** The settings of a process (kernel/settings.ts): this is the only file that reads process.env. */
import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { CodedError } from './errors.ts';
import { readTokenSettings, type TokenSettings } from './identity/token-settings.ts';
import { quoted } from './quoted.ts';
import { readSectors, type Sector } from './sectors.ts';
import { type LogLevel, type Setting, settings, settingsOfSubgraph } from './settings.ts';

/** What one subgraph is told; null where nothing is set and the caller's own default holds. */
export interface SubgraphSettings {
  /** Its own address, else MONGODB_URI. */
  readonly mongodbUri: string | null;
  readonly port: number | null;
  readonly url: string | null;
}

/** Where the gateway gets its supergraph from. */
export type SupergraphSetting =
  | { readonly from: 'BUILD' }
  | { readonly from: 'REGISTRY' }
  | { readonly from: 'FILE'; readonly path: string };

export interface Environment {
  readonly projectDir: string;
  readonly mongodbUri: string | null;
  readonly mongodBinary: string | null;
  readonly mongodbDownload: boolean;
  readonly dataDir: string;
  readonly cacheDir: string;
  readonly documentsDir: string | null;
  readonly host: string;
  readonly gatewayPort: number;
  readonly supergraph: SupergraphSetting;
  /** Its own address, else MONGODB_URI. */
  readonly registryUri: string | null;
  readonly supergraphPollMs: number;
  readonly nodeEnv: 'development' | 'test' | 'production';
  readonly logLevel: LogLevel;
  readonly introspection: boolean;
  /** What tokens are checked against. */
  readonly tokens: TokenSettings;
  /** Whether published figures may be read without a token. */
  readonly anonymousReads: boolean;
  readonly subgraphTimeoutMs: number;
  readonly requestTimeoutMs: number;
  readonly importTimeoutMs: number;
  readonly shutdownGraceMs: number;
  /** The folders in which programs are looked for. */
  readonly searchPath: string;
  /** Whether npm started this process, which then ends with npm. */
  readonly startedByNpm: boolean;
  /** Whether this is a run of continuous integration, where nothing may stay unproven. */
  readonly ci: boolean;
  /** By the sector's code. */
  readonly subgraphs: ReadonlyMap<string, SubgraphSettings>;
  /** What all was read from; for `childEnvironment` only. */
  readonly source: Readonly<NodeJS.ProcessEnv>;
}

/** Where package.json stands: the folder above kernel/, or above dist/ once the project is built. */
function findProjectDir(from: string): string {
  if (existsSync(join(from, 'package.json')) || dirname(from) === from) return from;
  return findProjectDir(dirname(from));
}

/** Reads one setting; an empty text counts as not set, as docker compose passes what its own environment lacks. */
function readOne<Value>(
  source: Readonly<NodeJS.ProcessEnv>,
  { name, schema }: Setting<Value>,
  faults: string[],
): Value | null {
  const text = source[name]?.trim();
  if (text === undefined || text === '') return null;
  const read = schema.safeParse(text);
  if (read.success) return read.data;
  // An address may hold a password, also where it is malformed, so it is never shown.
  const shown = /_(URI|URL|JWKS)$/u.test(name)
    ? 'another text (not shown: it may hold a password)'
    : quoted(text);
  faults.push(`${name} ${read.error.issues[0]?.message ?? 'is wrong'}, but got: ${shown}`);
  return null;
}

/**
 * Reads all settings.
 * @param source what to read instead of the process's own environment, for tests.
 * @throws CodedError SETTING_INVALID that names every faulty setting, what it takes and what it got, but no secret.
 */
export function readEnvironment(source: Readonly<NodeJS.ProcessEnv> = process.env): Environment {
  const faults: string[] = [];
  const read = <Value>(setting: Setting<Value>): Value | null => readOne(source, setting, faults);

  const projectDir = findProjectDir(import.meta.dirname);
  const inProject = (path: string) => (isAbsolute(path) ? path : join(projectDir, path));
  const sharedDocuments = join(projectDir, '../shared/documents');
  const documentsDir = read(settings.documentsDir);
  const mongodBinary = read(settings.mongodBinary);
  const mongodbUri = read(settings.mongodbUri);
  const supergraph = read(settings.supergraph);
  const nodeEnv = read(settings.nodeEnv) ?? 'development';
  const dataDir = inProject(read(settings.dataDir) ?? '.data');

  const environment: Environment = {
    projectDir,
    mongodbUri,
    mongodBinary: mongodBinary === null ? null : inProject(mongodBinary),
    mongodbDownload: read(settings.mongodbDownload) ?? true,
    dataDir,
    cacheDir: inProject(read(settings.cacheDir) ?? '.cache'),
    documentsDir:
      documentsDir !== null ? inProject(documentsDir) : existsSync(sharedDocuments) ? sharedDocuments : null,
    host: read(settings.host) ?? '127.0.0.1',
    gatewayPort: read(settings.gatewayPort) ?? 4000,
    supergraph:
      supergraph === null
        ? { from: 'BUILD' }
        : supergraph === 'registry'
          ? { from: 'REGISTRY' }
          : { from: 'FILE', path: inProject(supergraph) },
    registryUri: read(settings.registryUri) ?? mongodbUri,
    supergraphPollMs: read(settings.supergraphPollMs) ?? 2_000,
    nodeEnv,
    logLevel: read(settings.logLevel) ?? 'info',
    introspection: read(settings.introspection) ?? nodeEnv !== 'production',
    tokens: readTokenSettings({
      jwks: read(settings.jwtJwks),
      issuer: read(settings.jwtIssuer),
      audience: read(settings.jwtAudience),
      isProduction: nodeEnv === 'production',
      dataDir,
      inProject,
      faults,
    }),
    anonymousReads: read(settings.anonymousReads) ?? true,
    subgraphTimeoutMs: read(settings.subgraphTimeoutMs) ?? 5_000,
    requestTimeoutMs: read(settings.requestTimeoutMs) ?? 15_000,
    importTimeoutMs: read(settings.importTimeoutMs) ?? 300_000,
    shutdownGraceMs: read(settings.shutdownGraceMs) ?? 10_000,
    searchPath: source['PATH'] ?? '',
    startedByNpm: source['npm_lifecycle_event'] !== undefined,
    // Not a setting of ours: CI services set it, to "true" or "1".
    ci: !['', '0', 'false'].includes(source['CI']?.trim().toLowerCase() ?? ''),
    subgraphs: new Map(
      readSectors().map(({ code }) => {
        const own = settingsOfSubgraph(code);
        return [
          code,
          { mongodbUri: read(own.mongodbUri) ?? mongodbUri, port: read(own.port), url: read(own.url) },
        ];
      }),
    ),
    source,
  };
  if (faults.length > 0) throw new CodedError('SETTING_INVALID', faults.join('\n'), { faults });
  return environment;
}

/** What `sectorCode` (IT_APPLICATION) is told. Throws where no such subgraph exists: a mistake of ours, not a setting's. */
export function subgraphSettings(environment: Environment, sectorCode: string): SubgraphSettings {
  const found = environment.subgraphs.get(sectorCode);
  if (found === undefined) throw new Error(`must be the code of a subgraph, but got: ${quoted(sectorCode)}`);
  return found;
}

/** An address that a process on this machine can connect to, where `host` may be "every address of this machine". */
export function connectableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

/** Where the gateway finds a subgraph: its URL setting, else the port it listens on at HOST. */
export function subgraphAddress(environment: Environment, sector: Pick<Sector, 'code' | 'port'>): string {
  const own = subgraphSettings(environment, sector.code);
  return own.url ?? `http://${connectableHost(environment.host)}:${own.port ?? sector.port}/graphql`;
}

/**
 * The environment of a child process: what this one got, with `changes` over it; null takes a setting away, so that a
 * process is not handed secrets that are none of its business.
 */
export function childEnvironment(
  environment: Environment,
  changes: Readonly<Record<string, string | null>>,
): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries({ ...environment.source, ...changes }).filter(
      ([, value]) => value !== undefined && value !== null,
    ),
  ) as NodeJS.ProcessEnv;
}

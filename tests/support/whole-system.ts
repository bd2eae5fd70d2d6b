import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from '../../kernel/environment.ts';
import { freePort } from '../../kernel/free-port.ts';
import type { Role } from '../../kernel/identity/identity.ts';
import { ensureLocalKey } from '../../kernel/identity/local-key.ts';
import { signLocalToken } from '../../kernel/identity/sign-local-token.ts';
import { localKeyFile } from '../../kernel/identity/token-settings.ts';
import { readSectors, type Sector } from '../../kernel/sectors.ts';
import { settings, settingsOfSubgraph } from '../../kernel/settings.ts';
import { startProcess, type RunningProcess } from './running-process.ts';

/** An answer of the graph over HTTP. */
export interface GraphAnswer {
  readonly status: number;
  readonly body: {
    readonly data?: unknown;
    readonly errors?: readonly {
      readonly message: string;
      readonly path?: readonly (string | number)[];
      readonly extensions?: Readonly<Record<string, unknown>>;
    }[];
  };
  readonly text: string;
}

/** The seven subgraphs and the gateway as processes of their own, on ports that were free. */
export interface WholeSystem {
  readonly gateway: RunningProcess;
  readonly subgraphs: ReadonlyMap<string, RunningProcess>;
  /** Starts the subgraph of a folder once more, at its old address, after a test has killed it. */
  restart(folder: string): Promise<void>;
  /** Where their logs and their key are. */
  readonly dataDir: string;
  /** @param token whose it is; without one nobody's that is known. */
  ask(query: string, variables?: Readonly<Record<string, unknown>>, token?: string): Promise<GraphAnswer>;
  /** A token of the key that these processes share, as npm run token signs it; good for an hour. */
  token(role: Role, subject?: string): Promise<string>;
  stop(): Promise<void>;
}

export async function askGraph(
  origin: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<GraphAnswer> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  return { status: response.status, body: JSON.parse(text) as GraphAnswer['body'], text };
}

/** The header that brings a token. */
export function bearer(token: string | undefined): Readonly<Record<string, string>> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}

/** What processes without a setting of it accept. */
const localTokens = readEnvironment({}).tokens;

/**
 * @param mongodbUri a mongod that only this project's tests use.
 * @param urlOf where the gateway finds a subgraph that runs at `origin`: a test may put something between.
 * @param commonSettings what all processes are told.
 */
export async function startWholeSystem(
  mongodbUri: string,
  urlOf: (sector: Sector, origin: string) => string = (_, origin) => `${origin}/graphql`,
  gatewaySettings: Readonly<Record<string, string>> = {},
  commonSettings: Readonly<Record<string, string>> = {},
): Promise<WholeSystem> {
  const dataDir = await mkdtemp(join(tmpdir(), 'giaoban-system-'));
  const shared = { [settings.dataDir.name]: dataDir, ...commonSettings };
  const common = { [settings.mongodbUri.name]: mongodbUri, ...shared };
  const sectors = readSectors();
  const startSubgraph = ({ folder, code }: Sector, port: number) =>
    startProcess(`subgraphs/${folder}/main`, port, {
      ...common,
      [settingsOfSubgraph(code).port.name]: String(port),
    });
  const started = await Promise.all(
    sectors.map(
      async (sector) => [sector, await startSubgraph(sector, await freePort(null, '127.0.0.1'))] as const,
    ),
  );
  const subgraphs = new Map(started.map(([sector, process]) => [sector.folder, process]));
  const port = await freePort(null, '127.0.0.1');
  const urls = Object.fromEntries(
    started.map(([sector, { origin }]) => [settingsOfSubgraph(sector.code).url.name, urlOf(sector, origin)]),
  );
  const gateway = await startProcess('gateway/main', port, {
    ...shared,
    [settings.gatewayPort.name]: String(port),
    ...urls,
    ...gatewaySettings,
  });
  return {
    gateway,
    dataDir,
    subgraphs,
    restart: async (folder) => {
      const [sector, old] = started.find(([one]) => one.folder === folder) ?? [];
      if (sector === undefined || old === undefined) throw new Error(`there is no subgraph ${folder}`);
      subgraphs.set(folder, await startSubgraph(sector, Number(new URL(old.origin).port)));
    },
    ask: (query, variables, token) => askGraph(gateway.origin, query, variables, bearer(token)),
    token: async (role, subject = 'test@development') => {
      const key = await ensureLocalKey(localKeyFile(dataDir));
      const { token } = await signLocalToken(key, localTokens, { subject, roles: [role], hours: 1 });
      return token;
    },
    stop: async () => {
      await Promise.all([gateway, ...subgraphs.values()].map((process) => process.stop()));
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

import { pino } from 'pino';
import { type RunningGateway, startGateway, type GatewayOptions } from '../gateway/create-gateway.ts';
import { createTestIssuer, type TestIssuer } from './support/test-issuer.ts';
import { readSectors, type Sector } from '../kernel/sectors.ts';
import { type FaultySubgraph, startFaultySubgraph } from './faulty-subgraph.ts';
import { type FakeSubgraph, startFakeSubgraph } from './fake-subgraph.ts';
import { askGraph, type GraphAnswer } from './support/whole-system.ts';

/** The gateway in this process, before fake subgraphs, each behind something that can spoil what it answers. */
export interface Federation {
  readonly gateway: RunningGateway;
  /** http://127.0.0.1:40123 */
  readonly origin: string;
  readonly sectors: readonly Sector[];
  readonly subgraph: (code: string) => FakeSubgraph;
  readonly faulty: (code: string) => FaultySubgraph;
  readonly ask: (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<GraphAnswer>;
  /** Whose tokens the gateway accepts. */
  readonly issuer: TestIssuer;
  /** What the gateway logged, a JSON object a line. */
  readonly logged: readonly string[];
  stop(): Promise<void>;
}

export async function startFederation(options: Partial<GatewayOptions> = {}): Promise<Federation> {
  const sectors = options.sectors ?? readSectors();
  const started = await Promise.all(
    sectors.map(async (sector) => {
      const subgraph = await startFakeSubgraph(sector, sectors);
      const faulty = await startFaultySubgraph(sector.field);
      faulty.target = subgraph.url;
      return [sector.code, { subgraph, faulty }] as const;
    }),
  );
  const byCode = new Map(started);
  const find = (code: string) => {
    const found = byCode.get(code);
    if (found === undefined) throw new Error(`there is no subgraph ${code}`);
    return found;
  };
  const logged: string[] = [];
  const issuer = await createTestIssuer();
  const gateway = await startGateway({
    sectors,
    authenticator: issuer.authenticator(),
    address: ({ code }) => find(code).faulty.url,
    log: pino({ level: 'info' }, { write: (line: string) => logged.push(line) }),
    host: '127.0.0.1',
    port: 0,
    subgraphTimeoutMs: 1_500,
    requestTimeoutMs: 10_000,
    importTimeoutMs: 60_000,
    introspection: true,
    pages: true,
    operations: [],
    drainDelayMs: 0,
    ...options,
  });
  const { origin } = new URL(gateway.url);
  return {
    gateway,
    origin,
    sectors,
    issuer,
    logged,
    subgraph: (code) => find(code).subgraph,
    faulty: (code) => find(code).faulty,
    ask: (query, variables) => askGraph(origin, query, variables),
    async stop() {
      await gateway.stop();
      await Promise.all(
        started.map(async ([, { subgraph, faulty }]) => {
          await faulty.stop();
          await subgraph.stop();
        }),
      );
    },
  };
}

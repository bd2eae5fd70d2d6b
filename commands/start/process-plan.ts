import {
  childEnvironment,
  connectableHost,
  type Environment,
  subgraphSettings,
} from '../../kernel/environment.ts';
import { CodedError } from '../../kernel/errors.ts';
import { readSectors } from '../../kernel/sectors.ts';
import { settings, settingsOfSubgraph } from '../../kernel/settings.ts';

/** A process that `npm start` runs. */
export interface PlannedProcess {
  readonly name: string;
  readonly kind: 'SUBGRAPH' | 'GATEWAY';
  /** As `scriptArguments` takes it. */
  readonly script: string;
  readonly port: number;
  /** The setting that moves it to another port. */
  readonly portSetting: string;
  /** http://127.0.0.1:4002 */
  readonly origin: string;
  readonly environment: (mongodbUri: string | null) => NodeJS.ProcessEnv;
}

/** The part of the grace time that a child may use; the rest is for those that stop after it. */
const CHILD_GRACE = 0.4;

/**
 * What to run: a subgraph for each folder but for those that a setting says run elsewhere, then the gateway. Each gets the
 * settings and no other MongoDB address than its own; the gateway gets the registry's, where it uses one. Throws SETTING_INVALID where two want one port.
 */
export function planProcesses(environment: Environment): readonly PlannedProcess[] {
  const origin = (port: number) => `http://${connectableHost(environment.host)}:${port}`;
  const addresses = readSectors().map(({ code }) => settingsOfSubgraph(code).mongodbUri.name);
  const withoutAddresses = Object.fromEntries(
    [settings.mongodbUri.name, settings.registryUri.name, ...addresses].map((name) => [name, null]),
  );
  const common = {
    ...withoutAddresses,
    [settings.shutdownGraceMs.name]: String(
      Math.max(100, Math.round(environment.shutdownGraceMs * CHILD_GRACE)),
    ),
  };

  const subgraphs = readSectors()
    .filter(({ code }) => subgraphSettings(environment, code).url === null)
    .map((sector): PlannedProcess => {
      const own = subgraphSettings(environment, sector.code);
      const port = own.port ?? sector.port;
      return {
        name: sector.folder,
        kind: 'SUBGRAPH',
        script: `subgraphs/${sector.folder}/main`,
        port,
        portSetting: settingsOfSubgraph(sector.code).port.name,
        origin: origin(port),
        environment: (mongodbUri) =>
          childEnvironment(environment, {
            ...common,
            [settings.mongodbUri.name]: own.mongodbUri ?? mongodbUri,
          }),
      };
    });
  const gateway: PlannedProcess = {
    name: 'gateway',
    kind: 'GATEWAY',
    script: 'gateway/main',
    port: environment.gatewayPort,
    portSetting: settings.gatewayPort.name,
    origin: origin(environment.gatewayPort),
    environment: (mongodbUri) =>
      childEnvironment(environment, {
        ...common,
        ...(usesRegistry(environment) && {
          [settings.registryUri.name]: environment.registryUri ?? mongodbUri,
        }),
      }),
  };
  const plan = [...subgraphs, gateway];
  refuseSharedPorts(plan);
  return plan;
}

/** Whether a process that is run here has no MongoDB address of its own. */
export function needsMongodb(environment: Environment): boolean {
  return (
    [...environment.subgraphs.values()].some(({ url, mongodbUri }) => url === null && mongodbUri === null) ||
    (usesRegistry(environment) && environment.registryUri === null)
  );
}

function usesRegistry({ supergraph }: Environment): boolean {
  return supergraph.from === 'REGISTRY';
}

function refuseSharedPorts(plan: readonly PlannedProcess[]): void {
  for (const [index, one] of plan.entries()) {
    const other = plan.slice(index + 1).find(({ port }) => port === one.port);
    if (other === undefined) continue;
    throw new CodedError(
      'SETTING_INVALID',
      `${one.portSetting} and ${other.portSetting} are both ${one.port}: give each process a port of its own.`,
    );
  }
}

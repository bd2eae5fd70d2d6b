/**
 * node dist/commands/health.js telecom — whether that subgraph, or the gateway, is ready on this machine: exit code 0 or 1. The
 * health check of a container, whose image has node and no curl.
 */
import { connectableHost, readEnvironment, subgraphSettings } from '../kernel/environment.ts';
import { readSectors } from '../kernel/sectors.ts';

const PATIENCE_MS = 4_000;
const [, , name] = process.argv;
const environment = readEnvironment();
const sector = readSectors().find(({ folder }) => folder === name);
const port =
  sector === undefined
    ? environment.gatewayPort
    : (subgraphSettings(environment, sector.code).port ?? sector.port);
if (sector === undefined && name !== 'gateway')
  throw new Error('must be given gateway or the name of a subgraph');

const url = `http://${connectableHost(environment.host)}:${port}/health/ready`;
const isReady = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) }).then(
  (response) => response.ok,
  () => false,
);
process.exit(isReady ? 0 : 1);

/** npm run gateway — the gateway as a process of its own, before subgraphs whose addresses are settings. */
import { readEnvironment } from '../kernel/environment.ts';
import { createAuthenticator } from '../kernel/identity/authenticator.ts';
import { runUntilStopped } from '../kernel/lifecycle.ts';
import { createLog } from '../kernel/log.ts';
import { readSectors } from '../kernel/sectors.ts';
import { gatewayOptions, startGateway } from './create-gateway.ts';

const environment = readEnvironment();
const log = createLog('gateway', environment);
await runUntilStopped({
  log,
  graceMs: environment.shutdownGraceMs,
  start: async (life) => {
    const sectors = readSectors();
    const authenticator = await createAuthenticator({ ...environment, log });
    const options = await gatewayOptions(environment, sectors, authenticator, log);
    return startGateway({ ...options, isReady: () => life().phase === 'ready' });
  },
  stop: (gateway) => gateway.stop(),
});

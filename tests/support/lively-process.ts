/**
 * For tests of lifecycle and supervisor: a process that serves on the port given until it is told to stop. `stubborn` never finishes
 * stopping, `refusing` cannot start and knows why, `crashing` cannot and does not. GET /die ends it, GET /warn logs.
 */
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { CodedError } from '../../kernel/errors.ts';
import { runUntilStopped } from '../../kernel/lifecycle.ts';
import { createLog } from '../../kernel/log.ts';

const [, , port, mode] = process.argv;
if (mode === 'crashing') throw new RangeError('nobody expected this');
const log = createLog('lively', { logLevel: 'info' });

await runUntilStopped({
  log,
  graceMs: 700,
  start: async (life) => {
    if (mode === 'refusing') throw new CodedError('DATABASE_UNAVAILABLE', 'the database is away');
    log.info('starting');
    if (mode === 'slow') await pause(300);
    const server = createServer((request, response) => {
      if (request.url === '/die') process.exit(3);
      if (request.url === '/warn') log.warn({ requestId: 'r1' }, 'something is odd');
      if (request.url === '/throw')
        setImmediate(() => {
          throw new Error('thrown in passing');
        });
      const status = request.url === '/health/ready' && life().phase !== 'ready' ? 503 : 200;
      response.writeHead(status, { connection: 'close' }).end(life().phase);
    });
    await new Promise<void>((resolve) => server.listen(Number(port), '127.0.0.1', resolve));
    return server;
  },
  stop: async (server) => {
    // Long enough to be asked what phase this is.
    await pause(mode === 'stubborn' ? 60_000 : 200);
    server.close();
  },
});

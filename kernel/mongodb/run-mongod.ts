import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { CodedError } from '../errors.ts';
import { guardMongod } from './mongod-guard.ts';
import { lastComplaint } from './mongod-log.ts';
import type { MongodProgram } from './mongod-program.ts';
import { ensureReplicaSet, REPLICA_SET } from './replica-set.ts';

export const LOOPBACK = '127.0.0.1';
const STOP_MS = 15_000;

export interface RunningMongod {
  readonly uri: string;
  readonly pid: number;
  stop(): Promise<void>;
}

interface Options {
  readonly program: MongodProgram;
  readonly dbPath: string;
  readonly logFile: string;
  readonly port: number;
  /** Called when it ends without having been stopped. */
  readonly onExit: (how: string) => void;
}

/**
 * Runs a mongod on the data in `dbPath`, listening on loopback only, as a replica set of one, and resolves when it takes
 * writes. It ends with `stop`, and with this process however that ends (mongod-guard.ts). A Ctrl-C of the terminal does
 * not reach it (a process group of its own), since those who still write to it are to end first.
 * The library's MongoMemoryReplSet was rejected for a mongod that keeps its data: it forces the address of the last start
 * into the replica set, and waits for seconds, with warnings of its own, for one that cannot start.
 * Throws MONGODB_NOT_FOUND with mongod's own last complaint.
 */
export async function runMongod(options: Options): Promise<RunningMongod> {
  const { port, logFile } = options;
  const log = await open(logFile, 'w');
  const child = spawn(options.program.path, mongodArguments(options.dbPath, port), {
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `code ${String(code)}`));
  });
  await log.close();
  const removeGuard = child.pid === undefined ? () => {} : guardMongod(child.pid);
  let life: 'starting' | 'running' | 'stopping' | 'ended' = 'starting';
  void ended.then((how) => {
    removeGuard();
    const wasRunning = life === 'running';
    life = 'ended';
    if (wasRunning) options.onExit(how);
  });
  const stop = async () => {
    if (life !== 'ended') life = 'stopping';
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await ended;
    clearTimeout(late);
  };

  const ready = new AbortController();
  try {
    await Promise.race([
      ensureReplicaSet(`${LOOPBACK}:${port}`, ready.signal),
      ended.then(async () => {
        throw new CodedError(
          'MONGODB_NOT_FOUND',
          `mongod did not start: ${await lastComplaint(logFile)} (see ${logFile})`,
        );
      }),
    ]);
    if (child.pid === undefined) throw new Error('a process that runs must have a number');
    life = 'running';
    return { uri: `mongodb://${LOOPBACK}:${port}/?replicaSet=${REPLICA_SET}`, pid: child.pid, stop };
  } catch (error) {
    ready.abort();
    await stop();
    throw error;
  }
}

/** Small for the data of briefings: by default a mongod takes half of the machine's memory for its cache. */
function mongodArguments(dbPath: string, port: number): string[] {
  return [
    ...['--dbpath', dbPath, '--port', String(port), '--bind_ip', LOOPBACK, '--replSet', REPLICA_SET],
    ...['--storageEngine', 'wiredTiger', '--wiredTigerCacheSizeGB', '0.25', '--oplogSize', '256', '--quiet'],
    // A primary told to stop would otherwise wait 15 seconds for secondaries, which it does not have.
    ...['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=0'],
    ...(process.platform === 'win32' ? [] : ['--nounixsocket']),
  ];
}

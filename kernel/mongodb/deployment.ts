import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Environment } from '../environment.ts';
import { freePort } from '../free-port.ts';
import { claimDataFolder, type DataFolder } from './data-folder.ts';
import { findMongod } from './find-mongod.ts';
import { checkMongodb } from './from-setting.ts';
import type { MongodProgram } from './mongod-program.ts';
import { LOOPBACK, runMongod, type RunningMongod } from './run-mongod.ts';

/** A MongoDB to use, ours or somebody else's. */
export interface MongoDeployment {
  /** Without a database; see `databaseUri`. */
  readonly uri: string;
  /** The line of the log that says which MongoDB this is, its version, and where it was found. */
  readonly source: string;
  /** Ends it where it is ours; a temporary folder is removed. May be called twice. */
  stop(): Promise<void>;
}

interface Options {
  readonly environment: Environment;
  /** Where our own keeps its data; null: in a temporary folder, removed at the end, for tests. */
  readonly dataDir: string | null;
  readonly log: (message: string) => void;
  /** A MongoDB to use whatever the settings say. */
  readonly uri?: string | undefined;
}

const LONGEST_PAUSE_MS = 30_000;

/**
 * Finds or starts a real MongoDB, in this order: `uri` or MONGODB_URI; a mongod that MONGOD_BINARY names or that is on PATH;
 * the one that mongodb-memory-server downloads; the one inside a Python package. Says in one line of the log which.
 * Our own is a replica set of one that listens on loopback only, never outlives this process, and is started again on the
 * same port should it die. Throws MONGODB_NOT_FOUND with one sentence that says what to do.
 */
export async function openMongoDeployment(options: Options): Promise<MongoDeployment> {
  const uri = options.uri ?? options.environment.mongodbUri;
  const deployment = await (uri === null ? startOwn(options) : useGiven(uri));
  options.log(deployment.source);
  return deployment;
}

async function useGiven(uri: string): Promise<MongoDeployment> {
  const { version, hosts } = await checkMongodb(uri);
  return {
    uri,
    source: `MongoDB${version === null ? '' : ` ${version}`} at ${hosts}, as set`,
    stop: async () => {},
  };
}

async function startOwn({ environment, dataDir, log }: Options): Promise<MongoDeployment> {
  const temporary = dataDir === null ? await mkdtemp(join(tmpdir(), 'giaoban-')) : null;
  const removeTemporary = async () => {
    if (temporary !== null) await rm(temporary, { recursive: true, force: true });
  };
  try {
    const folder = await claimDataFolder(dataDir ?? temporary ?? '');
    try {
      const program = await findMongod(environment, folder.writtenBy?.version ?? null, log);
      const mongod = await keepRunning(program, folder, log);
      const stop = async () => {
        await mongod.stop();
        await folder.release();
        await removeTemporary();
      };
      let stopped: Promise<void> | null = null;
      return {
        uri: mongod.uri,
        source: `MongoDB ${program.version} from ${program.origin}, data in ${dataDir ?? 'a temporary folder'}`,
        stop: () => (stopped ??= stop()),
      };
    } catch (error) {
      await folder.release();
      throw error;
    }
  } catch (error) {
    await removeTemporary();
    throw error;
  }
}

/** Runs mongod until `stop`; where it dies by itself, starts it again on the same port, so that clients find it. */
async function keepRunning(
  program: MongodProgram,
  folder: DataFolder,
  log: (message: string) => void,
): Promise<{ uri: string; stop(): Promise<void> }> {
  const port = await freePort(folder.writtenBy?.port ?? null, LOOPBACK);
  const stopping = new AbortController();
  let restart: Promise<void> = Promise.resolve();
  const begin = async (): Promise<RunningMongod> => {
    const mongod = await runMongod({ program, dbPath: folder.dbPath, logFile: folder.logFile, port, onExit });
    await folder.publish(mongod.uri, mongod.pid, { version: program.version, port });
    return mongod;
  };
  function onExit(how: string): void {
    log(`MongoDB ended by itself (${how}) and is started again`);
    restart = restartAfter(500);
  }
  async function restartAfter(delay: number): Promise<void> {
    try {
      await pause(delay, undefined, { signal: stopping.signal });
      current = await begin();
      log('MongoDB runs again');
    } catch (error) {
      if (stopping.signal.aborted) return;
      log(`MongoDB could not be started again: ${(error as Error).message}`);
      await restartAfter(Math.min(delay * 2, LONGEST_PAUSE_MS));
    }
  }
  let current = await begin();
  return {
    uri: current.uri,
    stop: async () => {
      stopping.abort();
      await restart;
      await current.stop();
    },
  };
}

/**
 * The folder a mongod of ours keeps its data in: who holds it, and where that mongod listens (`endpoint.json`), and which
 * MongoDB wrote the data (`server.json`). The data themselves stand in `db`.
 */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CodedError } from '../errors.ts';
import {
  endProcess,
  identityOf,
  isRunning,
  processIdentity,
  type ProcessIdentity,
} from './process-identity.ts';

const endpoint = z.object({
  /** The process that holds the folder. */
  holder: processIdentity,
  /** Its mongod and that one's address; null while it is being started. */
  mongod: processIdentity.nullable(),
  uri: z.string().nullable(),
});
type Endpoint = z.infer<typeof endpoint>;

/** The MongoDB that wrote the data, and the port it had last, which it gets again where that is free. */
const server = z.object({ version: z.string(), port: z.int() });
export type ServerRecord = z.infer<typeof server>;

export interface DataFolder {
  /** Where mongod keeps its files. */
  readonly dbPath: string;
  /** What its mongod prints. */
  readonly logFile: string;
  /** What wrote the data; null where there are none yet. */
  readonly writtenBy: ServerRecord | null;
  /** Tells others where the mongod listens, once it does. */
  publish(uri: string, mongodPid: number, record: ServerRecord): Promise<void>;
  release(): Promise<void>;
}

const LEFTOVER_GRACE_MS = 10_000;
const folderOf = (dataDir: string) => join(dataDir, 'mongodb');
const endpointOf = (dataDir: string) => join(folderOf(dataDir), 'endpoint.json');

/**
 * Takes the data folder for this process. What a killed process left behind is cleared away: its mongod, should that still
 * run, is ended first. Throws MONGODB_NOT_FOUND, in one sentence, where a running process holds it.
 */
export async function claimDataFolder(dataDir: string): Promise<DataFolder> {
  const folder = folderOf(dataDir);
  const file = endpointOf(dataDir);
  const dbPath = join(folder, 'db');
  await mkdir(dbPath, { recursive: true });
  const left = await readJson(file, endpoint);
  if (left !== null && (await isRunning(left.holder))) throw heldBy(dataDir, left.holder.pid);
  if (left?.mongod != null) await endProcess(left.mongod, LEFTOVER_GRACE_MS);
  await rm(file, { force: true });

  const own: Endpoint = { holder: await identityOf(process.pid), mongod: null, uri: null };
  // 'wx': of two that start in the same moment, one finds the file there.
  await writeFile(file, JSON.stringify(own), { flag: 'wx' }).catch(async (error: unknown) => {
    const other = await readJson(file, endpoint);
    throw other === null ? error : heldBy(dataDir, other.holder.pid);
  });
  return {
    dbPath,
    logFile: join(folder, 'mongod.log'),
    writtenBy: await readJson(join(folder, 'server.json'), server),
    publish: async (uri, mongodPid, record) => {
      await writeWhole(join(folder, 'server.json'), record);
      await writeWhole(file, { ...own, uri, mongod: await identityOf(mongodPid) } satisfies Endpoint);
    },
    release: () => rm(file, { force: true }),
  };
}

/** The mongod that `npm start` (or a subgraph on its own) runs on this folder, or null: none, or its process is gone. */
export async function findRunningDeployment(
  dataDir: string,
): Promise<{ uri: string; holder: ProcessIdentity } | null> {
  const found = await readJson(endpointOf(dataDir), endpoint);
  if (found?.uri == null || !(await isRunning(found.holder))) return null;
  return { uri: found.uri, holder: found.holder };
}

/** Throws as `claimDataFolder` would, without taking the folder: to say so before anything else is looked at. */
export async function refuseHeldFolder(dataDir: string): Promise<void> {
  const left = await readJson(endpointOf(dataDir), endpoint);
  if (left !== null && (await isRunning(left.holder))) throw heldBy(dataDir, left.holder.pid);
}

function heldBy(dataDir: string, pid: number): CodedError {
  return new CodedError(
    'MONGODB_NOT_FOUND',
    `The data folder ${dataDir} is held by the running process ${pid}: use that one, end it, or set DATA_DIR to another folder.`,
  );
}

async function readJson<Value>(path: string, schema: z.ZodType<Value>): Promise<Value | null> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    // None, or cut off by a power failure: then nobody holds it.
    return null;
  }
}

/** By renaming, so that a reader sees the old one or the new one and never half of either. */
async function writeWhole(path: string, value: unknown): Promise<void> {
  await writeFile(`${path}.new`, JSON.stringify(value));
  await rename(`${path}.new`, path);
}

import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { mongo } from 'mongoose';

export const REPLICA_SET = 'giaoban';
const PRIMARY_MS = 60_000;
const POLL_MS = 50;
/** MongoDB's code for: there is no configuration yet. */
const NOT_YET_INITIALIZED = 94;

/**
 * Makes the mongod at `host` the only, primary member of a replica set: transactions and change streams need one. A data folder
 * remembers the address it last had; where the port is another now, the configuration is made to follow.
 * Waits until something listens there, and tries again what a mongod that is still starting refuses; `signal` ends it all.
 */
export async function ensureReplicaSet(host: string, signal: AbortSignal): Promise<void> {
  while (!(await accepts(host))) await pause(POLL_MS, undefined, { signal });
  const client = new mongo.MongoClient(`mongodb://${host}/?directConnection=true`);
  const giveUpAt = Date.now() + PRIMARY_MS;
  try {
    const admin = client.db('admin');
    while (!(await isPrimaryAt(admin, host))) {
      await configure(admin, host).catch((error: unknown) => {
        if (Date.now() > giveUpAt) throw error;
      });
      if (Date.now() > giveUpAt) throw new Error('mongod did not become primary of its replica set');
      await pause(POLL_MS, undefined, { signal });
    }
  } finally {
    await client.close();
  }
}

async function isPrimaryAt(admin: mongo.Db, host: string): Promise<boolean> {
  const hello = await admin.command({ hello: 1 }).catch(() => null);
  return hello?.['isWritablePrimary'] === true && hello['me'] === host;
}

/** Gives it a configuration where it has none, or one with another address; else there is only to wait. */
async function configure(admin: mongo.Db, host: string): Promise<void> {
  const members = [{ _id: 0, host }];
  const old = await currentConfiguration(admin);
  if (old === null) await admin.command({ replSetInitiate: { _id: REPLICA_SET, members } });
  else if (old.members.length !== 1 || old.members[0]?.host !== host)
    await admin.command({ replSetReconfig: { ...old, members, version: old.version + 1 }, force: true });
}

async function accepts(host: string): Promise<boolean> {
  const [name, port] = host.split(':');
  const socket = connect(Number(port), name);
  return new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
  }).finally(() => socket.destroy());
}

interface Configuration {
  readonly _id: string;
  readonly version: number;
  readonly members: readonly { readonly _id: number; readonly host: string }[];
}

async function currentConfiguration(admin: mongo.Db): Promise<Configuration | null> {
  try {
    const { config } = await admin.command({ replSetGetConfig: 1 });
    return config as Configuration;
  } catch (error) {
    if ((error as { code?: unknown }).code === NOT_YET_INITIALIZED) return null;
    throw error;
  }
}

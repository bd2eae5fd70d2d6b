import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { mongo } from 'mongoose';

export const REPLICA_SET = 'giaoban';
const PRIMARY_MS = 60_000;
const POLL_MS = 50;
/** MongoDB's codes: there is no configuration yet; this member is not in the one that there is. */
const NOT_YET_INITIALIZED = 94;
const INVALID_REPLICA_SET_CONFIG = 93;

/**
 * Makes the mongod at `host` the only, primary member of a replica set: transactions and change streams need one. A data folder
 * remembers the address it last had; where the port is another now, the configuration is made to follow.
 * Waits until something listens there; `signal` ends the waiting.
 */
export async function ensureReplicaSet(host: string, signal: AbortSignal): Promise<void> {
  while (!(await accepts(host))) await pause(POLL_MS, undefined, { signal });
  const client = new mongo.MongoClient(`mongodb://${host}/?directConnection=true`);
  try {
    const admin = client.db('admin');
    const members = [{ _id: 0, host }];
    const old = await currentConfiguration(admin);
    if (old === null) await admin.command({ replSetInitiate: { _id: REPLICA_SET, members } });
    else if (old.members.length !== 1 || old.members[0]?.host !== host)
      await admin.command({ replSetReconfig: { ...old, members, version: old.version + 1 }, force: true });
    const giveUpAt = Date.now() + PRIMARY_MS;
    while ((await admin.command({ hello: 1 }))['isWritablePrimary'] !== true) {
      if (Date.now() > giveUpAt) throw new Error('mongod did not become primary of its replica set');
      await pause(POLL_MS, undefined, { signal });
    }
  } finally {
    await client.close();
  }
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
    const { code } = error as { code?: unknown };
    if (code === NOT_YET_INITIALIZED || code === INVALID_REPLICA_SET_CONFIG) return null;
    throw error;
  }
}

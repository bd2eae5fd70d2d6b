import { mongo } from 'mongoose';
import { CodedError } from '../errors.ts';
import { hostsOf } from './database-uri.ts';

const CONNECT_MS = 10_000;

/**
 * Step 1: the MongoDB at `uri`, which is somebody else's to run. It must be a replica set or a sharded cluster, as
 * transactions and change streams need one. Throws MONGODB_NOT_FOUND in one sentence that shows hosts, never a password.
 * Gives its version where the user may ask for it.
 */
export async function checkMongodb(uri: string): Promise<{ version: string | null; hosts: string }> {
  const hosts = hostsOf(uri);
  let client: mongo.MongoClient;
  try {
    client = new mongo.MongoClient(uri, { serverSelectionTimeoutMS: CONNECT_MS });
  } catch {
    throw unusable(`The MongoDB address of ${hosts} has options that the driver does not take`);
  }
  try {
    const admin = client.db('admin');
    const hello = await admin.command({ hello: 1 }).catch(() => {
      throw unusable(`MongoDB at ${hosts} does not answer, or refuses the user`);
    });
    if (hello['setName'] === undefined && hello['msg'] !== 'isdbgrid')
      throw unusable(
        `MongoDB at ${hosts} is a single server, but a replica set is needed (one member will do)`,
      );
    const build = await admin.command({ buildInfo: 1 }).catch(() => null);
    return { version: typeof build?.['version'] === 'string' ? build['version'] : null, hosts };
  } finally {
    await client.close();
  }
}

function unusable(what: string): CodedError {
  return new CodedError(
    'MONGODB_NOT_FOUND',
    `${what}: correct MONGODB_URI, or leave it out to use a mongod of our own.`,
  );
}

/** A mongod of our own, for real: it keeps its data, listens on loopback only, and never outlives the process that runs it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { mongo } from 'mongoose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readEnvironment } from '../environment.ts';
import { isPortFree } from '../free-port.ts';
import { scriptArguments } from '../script.ts';
import { findRunningDeployment } from './data-folder.ts';
import { databaseUri } from './database-uri.ts';
import { openMongoDeployment } from './deployment.ts';
import { isRunning, type ProcessIdentity } from './process-identity.ts';

const environment = { ...readEnvironment(), mongodbUri: null };
const silent = () => {};
let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'deployment-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

async function withClient<Value>(
  uri: string,
  use: (client: mongo.MongoClient) => Promise<Value>,
): Promise<Value> {
  const client = new mongo.MongoClient(databaseUri(uri, 'test'));
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}
const notes = (client: mongo.MongoClient) => client.db().collection<{ _id: string }>('notes');
const portOf = (uri: string) => Number(/:(\d+)\//u.exec(uri)?.[1]);
const mongodOf = async (): Promise<ProcessIdentity> =>
  (JSON.parse(await readFile(join(dataDir, 'mongodb/endpoint.json'), 'utf8')) as { mongod: ProcessIdentity })
    .mongod;

async function until(holds: () => Promise<boolean>, withinMs: number): Promise<number> {
  const began = Date.now();
  while (!(await holds())) {
    if (Date.now() - began > withinMs) throw new Error(`did not happen within ${withinMs} ms`);
    await pause(50);
  }
  return Date.now() - began;
}

/** A process that runs a mongod on `dataDir`, as npm start does, until it is killed. */
async function startHolder() {
  const holder = spawn(process.execPath, [...scriptArguments('tests/support/hold-deployment'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await until(async () => (await findRunningDeployment(dataDir)) !== null, 60_000);
  return holder;
}

describe('a mongod of our own', { timeout: 120_000 }, () => {
  test('is a replica set with transactions, says in one line where it is from, and keeps its data', async () => {
    const said: string[] = [];
    const first = await openMongoDeployment({ environment, dataDir, log: (message) => said.push(message) });
    expect(said.at(-1)).toBe(first.source);
    expect(first.source).toMatch(/^MongoDB \d+\.\d+\.\d+ from .+, data in /u);
    await withClient(first.uri, (client) =>
      client.withSession((session) =>
        session.withTransaction(() => notes(client).insertOne({ _id: 'kept' }, { session })),
      ),
    );
    await first.stop();
    await first.stop();
    expect(await findRunningDeployment(dataDir)).toBeNull();

    // The port it had is taken in the meantime: the replica set must follow to another.
    const squatter = createServer((socket) => socket.destroy()).listen(portOf(first.uri), '127.0.0.1');
    await once(squatter, 'listening');
    const second = await openMongoDeployment({ environment, dataDir, log: silent });
    expect(second.uri).not.toBe(first.uri);
    expect(await withClient(second.uri, (client) => notes(client).findOne({ _id: 'kept' }))).not.toBeNull();
    await second.stop();
    squatter.close();
  });

  test('listens on loopback only', async () => {
    const deployment = await openMongoDeployment({ environment, dataDir: null, log: silent });
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of others)
      expect(await isPortFree(portOf(deployment.uri), address), address).toBe(true);
    expect(await isPortFree(portOf(deployment.uri), '127.0.0.1')).toBe(false);
    await deployment.stop();
    expect(await isPortFree(portOf(deployment.uri), '127.0.0.1')).toBe(true);
  });

  test('is started again on the same port when it dies by itself', async () => {
    const said: string[] = [];
    const deployment = await openMongoDeployment({
      environment,
      dataDir,
      log: (message) => said.push(message),
    });
    const before = await mongodOf();
    await withClient(deployment.uri, async (client) => {
      await notes(client).insertOne({ _id: 'written' }, { writeConcern: { w: 'majority', journal: true } });
      process.kill(before.pid, 'SIGKILL');
      await until(async () => said.includes('MongoDB runs again'), 30_000);
      expect(
        await notes(client).findOne({ _id: 'written' }),
        'the same client, the same address',
      ).not.toBeNull();
    });
    expect((await mongodOf()).pid).not.toBe(before.pid);
    expect(said).toContain('MongoDB ended by itself (SIGKILL) and is started again');
    await deployment.stop();
  });

  test('ends within seconds of its process, also when that is killed with -9, and its data start again', async () => {
    const holder = await startHolder();
    await expect(openMongoDeployment({ environment, dataDir, log: silent })).rejects.toMatchObject({
      code: 'MONGODB_NOT_FOUND',
      message: expect.stringContaining(`held by the running process ${String(holder.pid)}`),
    });
    const { uri } = (await findRunningDeployment(dataDir)) ?? { uri: '' };
    await withClient(uri, (client) =>
      notes(client).insertOne({ _id: 'x' }, { writeConcern: { w: 'majority', journal: true } }),
    );
    const mongod = await mongodOf();
    holder.kill('SIGKILL');
    await until(async () => !(await isRunning(mongod)), 12_000);
    expect(await findRunningDeployment(dataDir)).toBeNull();

    const next = await openMongoDeployment({ environment, dataDir, log: silent });
    expect(await withClient(next.uri, (client) => notes(client).countDocuments())).toBe(1);
    await next.stop();
  });

  test('is taken over at once by the next start, where guard and process died together', async () => {
    const holder = await startHolder();
    const mongod = await mongodOf();
    // Both killed and the mongod frozen: what a start finds that comes before anything else could clear up.
    process.kill(mongod.pid, 'SIGSTOP');
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(await isRunning(mongod)).toBe(true);
    const opening = openMongoDeployment({ environment, dataDir, log: silent });
    await pause(300);
    process.kill(mongod.pid, 'SIGCONT');
    const next = await opening;
    expect(await isRunning(mongod)).toBe(false);
    await next.stop();
  });

  test('leaves no temporary folder behind', async () => {
    const deployment = await openMongoDeployment({ environment, dataDir: null, log: silent });
    const dbPath = await withClient(deployment.uri, async (client) => {
      const options = await client.db('admin').command({ getCmdLineOpts: 1 });
      return (options['parsed'] as { storage: { dbPath: string } }).storage.dbPath;
    });
    await deployment.stop();
    await expect(readFile(join(dbPath, 'WiredTiger'))).rejects.toThrow(/ENOENT/u);
  });

  test('tells in one sentence why it could not start', async () => {
    await (await openMongoDeployment({ environment, dataDir, log: silent })).stop();
    await writeFile(join(dataDir, 'mongodb/db/WiredTiger.turtle'), 'nonsense');
    await writeFile(join(dataDir, 'mongodb/db/WiredTiger.wt'), 'nonsense');
    const error = await openMongoDeployment({ environment, dataDir, log: silent }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({
      code: 'MONGODB_NOT_FOUND',
      message: expect.stringMatching(/^mongod did not start: .+mongod\.log\)$/u),
    });
    expect(await findRunningDeployment(dataDir)).toBeNull();
  });
});

describe('a MongoDB that is set', { timeout: 60_000 }, () => {
  test('is used as it is, and not stopped; a wrong one is told without its password', async () => {
    const own = await openMongoDeployment({ environment, dataDir: null, log: silent });
    const given = await openMongoDeployment({
      environment: { ...environment, mongodbUri: own.uri },
      dataDir,
      log: silent,
    });
    expect(given).toMatchObject({
      uri: own.uri,
      source: expect.stringMatching(/^MongoDB \d.* at 127\.0\.0\.1:\d+, as set$/u),
    });
    await given.stop();
    expect(await withClient(own.uri, (client) => client.db().command({ ping: 1 }))).toMatchObject({ ok: 1 });

    const wrong = own.uri.replace('//', '//user:hunter2@');
    const error = await openMongoDeployment({ environment, dataDir, log: silent, uri: wrong }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({
      code: 'MONGODB_NOT_FOUND',
      message: expect.stringMatching(/does not answer, or refuses the user: correct MONGODB_URI/u),
    });
    expect((error as Error).message).not.toContain('hunter2');
    await own.stop();
  });
});

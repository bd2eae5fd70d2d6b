import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claimDataFolder, findRunningDeployment } from './data-folder.ts';
import { identityOf } from './process-identity.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'data-'));
});
afterEach(() => rm(dataDir, { recursive: true }));
const endpointFile = () => join(dataDir, 'mongodb/endpoint.json');
const deadProcess = { pid: 1, began: 'another boot 1' };

describe('claimDataFolder', () => {
  test('holds the folder: a second one is told in one sentence who does', async () => {
    const folder = await claimDataFolder(dataDir);
    await expect(claimDataFolder(dataDir)).rejects.toMatchObject({
      code: 'MONGODB_NOT_FOUND',
      message: `The data folder ${dataDir} is held by the running process ${process.pid}: use that one, end it, or set DATA_DIR to another folder.`,
    });
    await folder.release();
    await (await claimDataFolder(dataDir)).release();
  });

  test('publishes where the mongod listens, until it is released', async () => {
    const folder = await claimDataFolder(dataDir);
    expect(folder.writtenBy).toBeNull();
    expect(await findRunningDeployment(dataDir), 'still starting').toBeNull();
    await folder.publish('mongodb://127.0.0.1:5/', process.pid, { version: '6.0.5', port: 5 });
    expect(await findRunningDeployment(dataDir)).toMatchObject({
      uri: 'mongodb://127.0.0.1:5/',
      holder: { pid: process.pid },
    });
    await folder.release();
    expect(await findRunningDeployment(dataDir)).toBeNull();
    expect((await claimDataFolder(dataDir)).writtenBy).toEqual({ version: '6.0.5', port: 5 });
  });

  test.runIf(process.platform === 'linux')(
    'notices what a killed process left, and ends its mongod first',
    async () => {
      const mongod = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log(1)']);
      await once(mongod.stdout, 'data');
      const ended = once(mongod, 'exit');
      await (await claimDataFolder(dataDir)).release();
      await writeFile(
        endpointFile(),
        JSON.stringify({
          holder: deadProcess,
          mongod: await identityOf(mongod.pid ?? 0),
          uri: 'mongodb://127.0.0.1:5/',
        }),
      );
      expect(await findRunningDeployment(dataDir)).toBeNull();
      const folder = await claimDataFolder(dataDir);
      expect((await ended)[1]).toBe('SIGTERM');
      expect(JSON.parse(await readFile(endpointFile(), 'utf8'))).toMatchObject({
        holder: { pid: process.pid },
        uri: null,
      });
      await folder.release();
    },
  );

  test('takes a folder whose file was cut off', async () => {
    await (await claimDataFolder(dataDir)).release();
    await writeFile(endpointFile(), '{"holder": {"pi');
    expect(await findRunningDeployment(dataDir)).toBeNull();
    await (await claimDataFolder(dataDir)).release();
  });
});

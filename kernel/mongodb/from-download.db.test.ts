/** The download, from a site of our own on loopback: one that gives it, one that refuses, one that never answers. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { access, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { DryMongoBinary } from 'mongodb-memory-server-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readEnvironment } from '../environment.ts';
import { writeScript } from '../../tests/support/fake-mongod.ts';
import { fromDownload } from './from-download.ts';

let folder: string;
let site: Server | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'download-'));
  vi.stubEnv('HOME', folder);
  // The library remembers what it found for as long as the process lives.
  DryMongoBinary.binaryCache.clear();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  site?.closeAllConnections();
  site?.close();
  await rm(folder, { recursive: true });
});

async function open(listener: RequestListener) {
  site = createServer(listener).listen(0, '127.0.0.1');
  await once(site, 'listening');
  return readEnvironment({
    CACHE_DIR: join(folder, 'cache'),
    HOME: folder,
    MONGOMS_DOWNLOAD_MIRROR: `http://127.0.0.1:${(site.address() as AddressInfo).port}`,
    MONGOMS_USE_HTTP: 'true',
  });
}
const marker = () => join(folder, 'cache/mongodb/download-blocked.json');

/** An archive like MongoDB's own, whose mongod is a script padded to a size that the library believes. */
async function makeArchive(): Promise<Buffer> {
  const script = `echo "db version v8.9.9"; exit\n${'#'.repeat(2_000_000)}`;
  await mkdir(join(folder, 'mongodb'));
  await writeScript(join(folder, 'mongodb/bin/mongod'), script);
  await promisify(execFile)('tar', ['-czf', 'a.tgz', 'mongodb/bin/mongod'], { cwd: folder });
  return readFile(join(folder, 'a.tgz'));
}

describe('fromDownload', () => {
  test('downloads once, checks the sum, and then takes it from the cache', async () => {
    const archive = await makeArchive();
    const sum = createHash('md5').update(archive).digest('hex');
    const asked: string[] = [];
    const environment = await open((request, response) => {
      asked.push(basename(request.url ?? ''));
      const body = request.url?.endsWith('.md5') === true ? Buffer.from(`${sum}  x`) : archive;
      response.writeHead(200, { 'content-length': body.length }).end(body);
    });
    const said: string[] = [];
    const first = await fromDownload(environment, (message) => said.push(message));
    expect(first).toMatchObject({
      found: { version: '8.9.9', origin: 'a download by mongodb-memory-server' },
    });
    expect(said).toEqual(['MongoDB: trying to download the current mongod (once)']);
    expect(await fromDownload(environment, () => {})).toEqual(first);
    expect(asked).toHaveLength(2);
  });

  test('refuses an archive whose sum is another, and remembers that for a day', async () => {
    const archive = await makeArchive();
    const environment = await open((request, response) => {
      const body = request.url?.endsWith('.md5') === true ? Buffer.from(`${'0'.repeat(32)}  x`) : archive;
      response.writeHead(200, { 'content-length': body.length }).end(body);
    });
    expect(await fromDownload(environment, () => {})).toEqual({
      missing: expect.stringMatching(/the download failed/u),
    });
    await expect(access(join(folder, 'cache/mongodb/download')), 'the archive is not kept').rejects.toThrow();
    expect(await fromDownload(environment, () => {})).toEqual({
      missing: expect.stringContaining('less than a day ago'),
    });
  });

  test('gives up within ten seconds where the site never answers, and does not wait again', async () => {
    const environment = await open(() => {});
    const began = Date.now();
    expect(await fromDownload(environment, () => {})).toEqual({
      missing: 'the download failed (the site does not answer)',
    });
    expect(Date.now() - began).toBeLessThan(10_000);
    const again = Date.now();
    await fromDownload(environment, () => {});
    expect(Date.now() - again).toBeLessThan(3_000);
  }, 20_000);

  test('gives up at once where the site refuses', async () => {
    const environment = await open((_, response) => response.writeHead(403).end());
    expect(await fromDownload(environment, () => {})).toEqual({
      missing: expect.stringMatching(/the download failed \(Download failed .*403/u),
    });
    await access(marker());
  });

  test('is not tried where MONGODB_DOWNLOAD is false', async () => {
    let asked = 0;
    const environment = await open((_, response) => {
      asked += 1;
      response.end();
    });
    expect(await fromDownload({ ...environment, mongodbDownload: false }, () => {})).toEqual({
      missing: expect.stringContaining('MONGODB_DOWNLOAD=false'),
    });
    expect(asked).toBe(0);
  });
});

import { spawn } from 'node:child_process';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { childEnvironment, type Environment } from '../environment.ts';
import { scriptArguments } from '../script.ts';
import { readBlockedMarker, writeBlockedMarker } from './blocked-marker.ts';
import { type Search, tryMongod } from './mongod-program.ts';

const origin = 'a download by mongodb-memory-server';
/** A download that has brought nothing new for so long is given up: a blocked site often just never answers. */
const PATIENCE_MS = 6_000;

/**
 * Step 3: the current mongod that mongodb-memory-server downloads and caches, in CACHE_DIR or where it always does. Where
 * the site is blocked, it is given up within ten seconds and not tried again for a day.
 */
export async function fromDownload(
  environment: Environment,
  log: (message: string) => void,
): Promise<Search> {
  const folder = join(environment.cacheDir, 'mongodb', 'download');
  // Loaded only here: it takes a quarter of a second, and few starts come so far.
  const { DryMongoBinary } = await import('mongodb-memory-server-core');
  const cached = await DryMongoBinary.locateBinary(
    DryMongoBinary.getEnsuredOptions({ downloadDir: folder }),
  ).catch(() => undefined);
  if (cached !== undefined) return tryMongod(cached, origin);
  if (!environment.mongodbDownload)
    return { missing: 'the download is switched off (MONGODB_DOWNLOAD=false)' };
  const marker = join(environment.cacheDir, 'mongodb', 'download-blocked.json');
  const blocked = await readBlockedMarker(marker);
  if (blocked !== null)
    return { missing: `the download failed less than a day ago (${blocked}; ${marker} remembers it)` };

  log('MongoDB: trying to download the current mongod (once)');
  try {
    return await tryMongod(await download(environment, folder), origin);
  } catch (error) {
    const reason = (error as Error).message;
    await writeBlockedMarker(marker, reason);
    return { missing: `the download failed (${reason})` };
  }
}

async function download(environment: Environment, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const worker = spawn(process.execPath, [...scriptArguments('kernel/mongodb/download-worker'), folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // The library checks the site's certificate only where npm says so, and retries for half a minute unless told not to.
    env: childEnvironment(environment, { npm_config_strict_ssl: 'true', MONGOMS_MAX_RETRIES: '1' }),
  });
  let output = '';
  let complaint = '';
  worker.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  worker.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const watch = watchProgress(folder, () => worker.kill('SIGKILL'));
  try {
    await new Promise<void>((resolve, reject) => worker.on('error', reject).on('close', () => resolve()));
  } finally {
    watch.stop();
  }
  const path = /^path: (.+)$/mu.exec(output)?.[1];
  if (path !== undefined) return path;
  // What is left may be an archive whose sum is wrong, which the library would take for downloaded ever after.
  await rm(folder, { recursive: true, force: true });
  throw new Error(watch.gaveUp() ? 'the site does not answer' : inOneLine(complaint));
}

/** Calls `giveUp` once the files in `folder` have not grown for longer than the patience lasts. */
function watchProgress(folder: string, giveUp: () => void): { stop(): void; gaveUp(): boolean } {
  let size = 0;
  let grewAt = Date.now();
  let given = false;
  const timer = setInterval(() => {
    void sizeOf(folder).then((now) => {
      if (now > size) grewAt = Date.now();
      size = now;
      if (given || Date.now() - grewAt < PATIENCE_MS) return;
      given = true;
      giveUp();
    });
  }, 500);
  return { stop: () => clearInterval(timer), gaveUp: () => given };
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** A complaint as part of a sentence. */
function inOneLine(text: string): string {
  return text.trim().replace(/\s+/gu, ' ').slice(0, 200);
}

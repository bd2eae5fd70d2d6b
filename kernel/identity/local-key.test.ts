import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CodedError } from '../errors.ts';
import { ensureLocalKey, publicKeySet } from './local-key.ts';
import { localKeyFile } from './token-settings.ts';

let dataDir: string;
let path: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'local-key-'));
  path = localKeyFile(dataDir);
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

test('is made once, readable for its owner alone, and found again', async () => {
  const key = await ensureLocalKey(path);
  expect(key).toMatchObject({
    kty: 'OKP',
    crv: 'Ed25519',
    kid: expect.stringMatching(/^giaoban-development-/u),
  });
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(dirname(path))).mode & 0o777).toBe(0o700);
  expect(await ensureLocalKey(path)).toEqual(key);
});

test('of twenty that start at once all get the same one, and leave nothing else behind', async () => {
  const keys = await Promise.all(Array.from({ length: 20 }, () => ensureLocalKey(path)));
  expect(new Set(keys.map(({ d }) => d)).size).toBe(1);
  expect(await readdir(dirname(path))).toEqual(['development-key.json']);
});

test('gives away its public half only', async () => {
  const { d, x, kid } = await ensureLocalKey(path);
  const set = publicKeySet(await readFile(path, 'utf8'), path);
  expect(set.keys).toEqual([{ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig', kid, x }]);
  expect(JSON.stringify(set)).not.toContain(d);
});

test('a file that holds something else is named, not shown, and not overwritten', async () => {
  await ensureLocalKey(path);
  await writeFile(path, '{"kty":"OKP","d":"secret"}');
  const error: unknown = await ensureLocalKey(path).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(CodedError);
  expect((error as Error).message).toContain(path);
  expect((error as Error).message).not.toContain('secret');
  expect(await readFile(path, 'utf8')).toContain('secret');
});

import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JSONWebKeySet } from 'jose';
import { z } from 'zod';
import { CodedError } from '../errors.ts';
import { LOCAL_KEY_PREFIX } from './key-set.ts';

const localKeyFormat = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  alg: z.literal('EdDSA'),
  kid: z.string().startsWith(LOCAL_KEY_PREFIX),
  x: z.string(),
  d: z.string(),
});
/** The Ed25519 key pair of a developer's machine, as a JSON Web Key. */
export type LocalKey = z.infer<typeof localKeyFormat>;

/**
 * The key pair in the file, which is made where there is none; only its owner may read it. Of processes that start at
 * once each makes a pair, and one file gets the name: all read that one.
 */
export async function ensureLocalKey(path: string): Promise<LocalKey> {
  const before = await readIfThere(path);
  if (before !== null) return parseLocalKey(before, path);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const own = `${path}.${randomUUID()}`;
  await writeFile(own, `${JSON.stringify(await makeKey(), null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  try {
    // Unlike renaming, linking fails where the name is taken.
    await link(own, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(own, { force: true });
  }
  return parseLocalKey(await readFile(path, 'utf8'), path);
}

/** The public half, as a verifier takes it. */
export function publicKeySet(text: string, path: string): JSONWebKeySet {
  const { d: _, ...publicKey } = parseLocalKey(text, path);
  return { keys: [{ ...publicKey, use: 'sig' }] };
}

async function makeKey(): Promise<LocalKey> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const { x, d } = await exportJWK(privateKey);
  const thumbprint = await calculateJwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x: x ?? '' });
  return localKeyFormat.parse({
    kty: 'OKP',
    crv: 'Ed25519',
    alg: 'EdDSA',
    kid: `${LOCAL_KEY_PREFIX}${thumbprint.slice(0, 16)}`,
    x,
    d,
  });
}

function parseLocalKey(text: string, path: string): LocalKey {
  try {
    return localKeyFormat.parse(JSON.parse(text));
  } catch {
    // Not what it holds: that is a secret.
    throw new CodedError(
      'SETTING_INVALID',
      `${path} holds no key of this system: delete it, and it is made anew.`,
    );
  }
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

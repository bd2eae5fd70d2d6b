import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet } from 'jose';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestIssuer, type TestIssuer } from '../../tests/support/test-issuer.ts';
import { type Authenticator, createAuthenticator } from './authenticator.ts';
import { anonymous } from './identity.ts';
import { ensureLocalKey } from './local-key.ts';
import { signLocalToken } from './sign-local-token.ts';
import { type KeysPlace, localKeyFile } from './token-settings.ts';
import { urlKeys } from './url-keys.ts';

let folder: string;
let issuer: TestIssuer;
let logged: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'authenticator-'));
  issuer = await createTestIssuer();
  logged = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const log = () => pino({ level: 'info' }, { write: (line: string) => logged.push(line) });
const authenticatorOf = (
  keys: KeysPlace,
  { isProduction = false, anonymousReads = true, local = false } = {},
): Promise<Authenticator> =>
  createAuthenticator({
    tokens: {
      keys,
      isProduction,
      issuer: local ? 'giaoban-development' : issuer.issuer,
      audience: issuer.audience,
    },
    anonymousReads,
    log: log(),
  });
const known = async (authenticator: Authenticator, token: string) =>
  authenticator.identify([`Bearer ${token}`]).then(
    ({ kind }) => kind,
    (error: unknown) => (error as { code: string }).code,
  );

describe('without a token', () => {
  test('published figures may be read', async () => {
    expect(await (await authenticatorOf({ kind: 'NONE' })).identify([])).toEqual(anonymous);
  });
  test('nothing may be read where the setting says so', async () => {
    const strict = await authenticatorOf({ kind: 'NONE' }, { anonymousReads: false });
    await expect(strict.identify([])).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

test('in production without keys every token is refused, which is told once at the start', async () => {
  const authenticator = await authenticatorOf({ kind: 'NONE' }, { isProduction: true });
  expect(logged.filter((line) => line.includes('JWT_JWKS is not set'))).toHaveLength(1);
  expect(await known(authenticator, await issuer.token())).toBe('UNAUTHENTICATED');
  expect(logged).toHaveLength(1);
});

describe('the local key', () => {
  const place = (): KeysPlace => ({ kind: 'LOCAL_KEY', path: localKeyFile(folder) });
  const sign = async (hours = 1) => {
    const key = await ensureLocalKey(localKeyFile(folder));
    const settings = { issuer: 'giaoban-development', audience: issuer.audience };
    const { token } = await signLocalToken(key, settings, {
      subject: 'dev',
      roles: [{ kind: 'OFFICE' }],
      hours,
    });
    return token;
  };

  test('is made at the start, and signs what is accepted', async () => {
    const authenticator = await authenticatorOf(place(), { local: true });
    expect(await authenticator.identify([`Bearer ${await sign()}`])).toEqual({
      kind: 'PERSON',
      subject: 'dev',
      roles: [{ kind: 'OFFICE' }],
    });
    expect(await known(authenticator, await issuer.token({ iss: 'giaoban-development' }))).toBe(
      'UNAUTHENTICATED',
    );
  });

  test('is found again where its file was deleted and made anew', async () => {
    const authenticator = await authenticatorOf(place(), { local: true });
    const before = await sign();
    await rm(localKeyFile(folder));
    expect(await known(authenticator, before)).toBe('PERSON');
    expect(await known(authenticator, await sign())).toBe('PERSON');
    expect(await known(authenticator, before)).toBe('UNAUTHENTICATED');
  });

  test('is refused by production, wherever it is put', async () => {
    const { d: _, ...publicKey } = await ensureLocalKey(localKeyFile(folder));
    const path = join(folder, 'jwks.json');
    await writeFile(path, JSON.stringify({ keys: [...issuer.keySet.keys, publicKey] }));
    expect(await known(await authenticatorOf({ kind: 'FILE', path }), await issuer.token())).toBe('PERSON');
    await expect(authenticatorOf({ kind: 'FILE', path }, { isProduction: true })).rejects.toMatchObject({
      code: 'SETTING_INVALID',
      message: expect.stringContaining("key of a developer's machine"),
    });
  });
});

describe('keys in a file', () => {
  const path = () => join(folder, 'jwks.json');
  const write = (...issuers: TestIssuer[]) =>
    writeFile(path(), JSON.stringify({ keys: issuers.flatMap(({ keySet }) => keySet.keys) }));

  test('are read again when they change: a new key is good, a removed one is not', async () => {
    const next = await createTestIssuer('next-key');
    await write(issuer);
    const authenticator = await authenticatorOf({ kind: 'FILE', path: path() });
    expect(await known(authenticator, await issuer.token())).toBe('PERSON');
    expect(await known(authenticator, await next.token())).toBe('UNAUTHENTICATED');
    await write(next);
    expect(await known(authenticator, await next.token())).toBe('PERSON');
    expect(await known(authenticator, await issuer.token())).toBe('UNAUTHENTICATED');
  });

  test('stay where the file breaks or goes, which is told once', async () => {
    await write(issuer);
    const authenticator = await authenticatorOf({ kind: 'FILE', path: path() });
    await writeFile(path(), '{"keys":');
    for (let time = 0; time < 3; time += 1)
      expect(await known(authenticator, await issuer.token())).toBe('PERSON');
    expect(logged.filter((line) => line.includes('cannot be read again'))).toHaveLength(1);
    await rm(path());
    expect(await known(authenticator, await issuer.token())).toBe('PERSON');
  });

  test.each([
    ['missing', null, /cannot be read \(ENOENT\)/u],
    ['no JSON', '{', /is no JSON/u],
    ['no set', '[]', /is no JSON Web Key Set/u],
    ['empty', '{"keys":[]}', /holds no key/u],
    [
      'with a private key',
      '{"keys":[{"kty":"OKP","crv":"Ed25519","x":"x","d":"secret"}]}',
      /holds a private/u,
    ],
    ['with a shared secret', '{"keys":[{"kty":"oct","k":"secret"}]}', /holds a private or symmetric/u],
  ])('that are %s keep the process from starting', async (_, text, message) => {
    if (text !== null) await writeFile(path(), text);
    const error: unknown = await authenticatorOf({ kind: 'FILE', path: path() }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: 'SETTING_INVALID', message: expect.stringMatching(message) });
    expect((error as Error).message).not.toContain('secret');
  });
});

describe('keys at an address', () => {
  let server: Server;
  let url: string;
  let answer: { status: number; text: string } | 'HANG';
  let asked = 0;
  beforeEach(async () => {
    asked = 0;
    answer = { status: 200, text: JSON.stringify(issuer.keySet) };
    server = createServer((_, response) => {
      asked += 1;
      if (answer !== 'HANG') response.writeHead(answer.status).end(answer.text);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });
  const token = () => issuer.token();

  test('are fetched with the first token and kept', async () => {
    const authenticator = await authenticatorOf({ kind: 'URL', url });
    expect(asked).toBe(0);
    const all = await Promise.all(
      Array.from({ length: 10 }, async () => known(authenticator, await token())),
    );
    expect(new Set(all)).toEqual(new Set(['PERSON']));
    expect(await known(authenticator, await (await createTestIssuer('unknown')).token())).toBe(
      'UNAUTHENTICATED',
    );
    expect(asked).toBe(1);
  });

  test('that cannot be had make no token good or bad', async () => {
    answer = { status: 500, text: 'at 10.0.0.7' };
    const authenticator = await authenticatorOf({ kind: 'URL', url });
    const error: unknown = await authenticator.identify([`Bearer ${await token()}`]).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'TOKEN_KEYS_UNAVAILABLE' });
    expect((error as Error).message).not.toMatch(/10\.0|127\.0|status/u);
    // Not again at once: a flood of tokens must not become a flood there.
    expect(await known(authenticator, await token())).toBe('TOKEN_KEYS_UNAVAILABLE');
    expect(asked).toBe(1);
    expect(await authenticator.identify([])).toEqual(anonymous);
  });

  test.each([
    ['no set', '{"keys":7}'],
    ['private keys', '{"keys":[{"kty":"OKP","crv":"Ed25519","x":"x","d":"secret"}]}'],
    ['more than is read', `{"keys":[],"x":"${'x'.repeat(600_000)}"}`],
  ])('that are %s are not taken', async (_, text) => {
    answer = { status: 200, text };
    expect(await known(await authenticatorOf({ kind: 'URL', url }), await token())).toBe(
      'TOKEN_KEYS_UNAVAILABLE',
    );
  });

  test("hold no key of a developer's machine in production", async () => {
    const { d: _, ...publicKey } = await ensureLocalKey(localKeyFile(folder));
    answer = { status: 200, text: JSON.stringify({ keys: [...issuer.keySet.keys, publicKey] }) };
    const authenticator = await authenticatorOf({ kind: 'URL', url }, { isProduction: true });
    expect(await known(authenticator, await token())).toBe('TOKEN_KEYS_UNAVAILABLE');
  });

  test('are asked for again after a while, however many tokens come meanwhile', async () => {
    answer = { status: 503, text: '' };
    const keys = urlKeys(url, { isProduction: false, log: log(), cooldownMs: 60 });
    const ask = async () => {
      try {
        await keys({ alg: 'ES256', kid: 'test-key' }, undefined as never);
        return true;
      } catch {
        return false;
      }
    };
    expect(await ask()).toBe(false);
    answer = { status: 200, text: JSON.stringify(issuer.keySet) };
    await expect.poll(ask, { interval: 5, timeout: 2_000 }).toBe(true);
    expect(asked).toBe(2);
  });

  test('that were had before serve while the provider is away, but not for ever', async () => {
    const times = { timeoutMs: 100, freshMs: 0, cooldownMs: 0 };
    const header = { alg: 'ES256', kid: 'test-key' };
    const patient = urlKeys(url, { isProduction: false, log: log(), ...times });
    const strict = urlKeys(url, { isProduction: false, log: log(), ...times, usableMs: 0 });
    await Promise.all([patient(header, undefined as never), strict(header, undefined as never)]);
    answer = 'HANG';
    const expected = await createLocalJWKSet(issuer.keySet)(header);
    expect(await patient(header, undefined as never)).toMatchObject({ algorithm: expected.algorithm });
    await expect(strict(header, undefined as never)).rejects.toThrow();
  });
});

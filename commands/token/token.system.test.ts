import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { childEnvironment, readEnvironment } from '../../kernel/environment.ts';
import { createAuthenticator } from '../../kernel/identity/authenticator.ts';
import { scriptArguments } from '../../kernel/script.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'token-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}
function run(line: string, settings: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const changes = { NODE_ENV: 'development', DATA_DIR: dataDir, ...settings };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...scriptArguments('commands/token'), ...line.split(' ')],
      { env: childEnvironment(readEnvironment(), changes) },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      },
    );
  });
}

test('of commands that run at once all sign with one key, and a process of that machine accepts them', async () => {
  const ended = await Promise.all(
    ['editor --sector telecom', 'office', 'reader --hours 2'].map((role) => run(`--role ${role}`)),
  );
  const environment = readEnvironment({ DATA_DIR: dataDir });
  const authenticator = await createAuthenticator({
    ...environment,
    log: pino({ level: 'silent' }),
  });
  const identities = await Promise.all(
    ended.map(({ code, stdout, stderr }) => {
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      // Alone on its line, as a shell takes it.
      expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/u);
      return authenticator.identify([`Bearer ${stdout.trim()}`]);
    }),
  );
  expect(identities).toMatchObject([
    { subject: 'telecom@development', roles: [{ kind: 'EDITOR', sector: 'TELECOM' }] },
    { subject: 'office@development', roles: [{ kind: 'OFFICE' }] },
    { subject: 'reader@development', roles: [{ kind: 'READER' }] },
  ]);
});

test('with --json it tells what is in it', async () => {
  const { stdout } = await run('--role editor --sector press --subject an.nguyen@mic --hours 1 --json');
  const { token, ...told } = JSON.parse(stdout) as { token: string; expiresAt: string };
  expect(told).toEqual({
    subject: 'an.nguyen@mic',
    roles: ['editor:PRESS'],
    issuer: 'giaoban-development',
    audience: 'giaoban',
    expiresAt: expect.any(String),
  });
  const { exp = 0, iat = 0 } = decodeJwt(token);
  expect(exp - iat).toBe(3600);
  expect(Date.parse(told.expiresAt)).toBe(exp * 1000);
});

describe('where there can be no token it exits with 2, says why, and prints nothing', () => {
  test.each([
    ['--role boss', {}, /^token: --role must be one of/u],
    ['--role reader', { NODE_ENV: 'production' }, /^token: in production/u],
    [
      '--role reader',
      { JWT_JWKS: 'https://login.test/jwks', JWT_ISSUER: 'x', JWT_AUDIENCE: 'x' },
      /^token: JWT_JWKS is set/u,
    ],
    ['--role reader', { ANONYMOUS_READS: 'no' }, /^ANONYMOUS_READS must be true or false/u],
  ])('%s with %j', async (line, settings, message) => {
    const { code, stdout, stderr } = await run(line, settings);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('    at ');
  });
});

test('the private key never leaves its file', async () => {
  const { d } = JSON.parse(await readFile(join(dataDir, 'identity/development-key.json'), 'utf8')) as {
    d: string;
  };
  const { stdout } = await run('--role office --json');
  expect(stdout).not.toContain(d);
});

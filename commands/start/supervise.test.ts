import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { childEnvironment, readEnvironment } from '../../kernel/environment.ts';
import { freePort } from '../../kernel/free-port.ts';
import { scriptArguments } from '../../kernel/script.ts';
import { supervise, type SupervisedProcess } from './supervise.ts';

let folder: string;
let supervised: SupervisedProcess | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'supervise-'));
});
afterEach(async () => {
  await supervised?.stop(100);
  await rm(folder, { recursive: true });
});

async function start(mode = '') {
  const port = await freePort(null, '127.0.0.1');
  const origin = `http://127.0.0.1:${port}`;
  const said: string[] = [];
  const logFile = join(folder, 'lively.log');
  const environment = readEnvironment();
  supervised = supervise({
    name: 'lively',
    arguments: [...scriptArguments('tests/support/lively-process'), String(port), mode],
    environment: childEnvironment(environment, {}),
    workingDir: environment.projectDir,
    logFile,
    readyUrl: `${origin}/health/ready`,
    say: (message) => said.push(message),
    firstPauseMs: 50,
  });
  const ask = (path: string) =>
    fetch(`${origin}${path}`).then(
      (answer) => answer.status,
      () => null,
    );
  const untilSaid = async (message: string) => {
    while (!said.includes(message)) await pause(20);
  };
  return { supervised, said, ask, untilSaid, log: () => readFile(logFile, 'utf8') };
}

describe('a supervised process', () => {
  test('is ready once it answers so, and stops politely without being started again', async () => {
    const { supervised: lively, said, ask, log } = await start();
    expect(await lively.firstStart).toEqual({ ready: true });
    await lively.stop(5_000);
    expect(await ask('/')).toBeNull();
    expect(said).toEqual([]);
    expect(await log()).toContain('"stopped"');
  });

  test('is started again when it dies, which is told in one line, as is that it is back', async () => {
    const { supervised: lively, said, ask, untilSaid } = await start();
    await lively.firstStart;
    await ask('/die');
    await untilSaid('lively is ready again');
    expect(said).toEqual([
      'lively ended: exit code 3. It is started again in 0.05 s.',
      'lively is ready again',
    ]);
    expect(await ask('/')).toBe(200);
  });

  test('passes its warnings on in words, and keeps the rest in its file', async () => {
    const { supervised: lively, said, ask, untilSaid, log } = await start();
    await lively.firstStart;
    await ask('/warn');
    await untilSaid('lively: something is odd (request r1)');
    expect(said).toHaveLength(1);
    expect(await log()).toContain('"msg":"something is odd"');
  });

  test.each([
    ['refusing', 'the database is away'],
    ['crashing', 'RangeError: nobody expected this'],
  ])('that cannot start (%s) says why, and is tried again later and later', async (mode, why) => {
    const { supervised: lively, said, untilSaid } = await start(mode);
    expect(await lively.firstStart).toEqual({ ready: false, why });
    await untilSaid(`lively did not start: ${why}. It is started again in 0.1 s.`);
    expect(said[0]).toBe(`lively did not start: ${why}. It is started again in 0.05 s.`);
  });

  test('is ended by force when it does not stop', async () => {
    const { supervised: lively, ask } = await start('stubborn');
    await lively.firstStart;
    const began = Date.now();
    await lively.stop(150);
    expect(Date.now() - began, 'it would never end by itself').toBeLessThan(5_000);
    expect(await ask('/')).toBeNull();
  });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { freePort } from './free-port.ts';
import { scriptArguments } from './script.ts';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

async function start(mode = '') {
  const port = await freePort(null, '127.0.0.1');
  const child = spawn(
    process.execPath,
    [...scriptArguments('tests/support/lively-process'), String(port), mode],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  children.push(child);
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const ended = once(child, 'close').then(([code, signal]) => (signal ?? code) as number | string);
  const ask = (path: string) =>
    fetch(`http://127.0.0.1:${port}${path}`).then(
      async (answer) => `${answer.status} ${await answer.text()}`,
      () => 'refused',
    );
  const untilAnswers = async (wanted: string) => {
    while ((await ask('/health/ready')) !== wanted) await pause(20);
  };
  return { child, ended, ask, untilAnswers, printed: () => printed };
}

describe('a process that runs until it is stopped', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('drains on %s and ends with 0', async (signal) => {
    const { child, ended, ask, untilAnswers, printed } = await start();
    await untilAnswers('200 ready');
    child.kill(signal);
    // The same Ctrl-C a second time, from npm.
    child.kill(signal);
    await untilAnswers('503 draining');
    expect(await ask('/')).toBe('200 draining');
    expect(await ended).toBe(0);
    expect(printed()).toMatch(new RegExp(`"stopping: ${signal}"[\\s\\S]*"stopped"`, 'u'));
  });

  test('ends at once with 1 when it is asked a second time', async () => {
    const { child, ended, untilAnswers } = await start('stubborn');
    await untilAnswers('200 ready');
    child.kill('SIGTERM');
    await untilAnswers('503 draining');
    const late = Date.now();
    expect(await ended).toBe(1);
    expect(Date.now() - late, 'after its grace of 700 ms; by itself it never ends').toBeLessThan(5_000);
  });

  test('drains as soon as it has started where it is stopped before', async () => {
    const { child, ended, printed } = await start('slow');
    while (!printed().includes('"starting"')) await pause(20);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(printed()).toContain('"stopped"');
  });

  test('drains when the process that forked it is killed with -9', async () => {
    const port = await freePort(null, '127.0.0.1');
    const forked = JSON.stringify([...scriptArguments('tests/support/lively-process'), String(port)]);
    const parent = spawn(
      process.execPath,
      [
        '-e',
        `require('child_process').spawn(process.execPath, ${forked}, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], detached: true })`,
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    children.push(parent);
    let printed = '';
    parent.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    const ready = async () =>
      (await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null))?.ok === true;
    while (!(await ready())) await pause(20);
    parent.kill('SIGKILL');
    // The pipe is the child's too: it ends when both are gone.
    await once(parent.stdout, 'end');
    expect(printed).toMatch(/the process that started this one is gone[\s\S]*"stopped"/u);
    expect(await ready()).toBe(false);
  });

  test('says why it cannot start: a coded error in its own words', async () => {
    const { ended, printed } = await start('refusing');
    expect(await ended).toBe(1);
    expect(JSON.parse(printed())).toMatchObject({
      level: 'fatal',
      code: 'DATABASE_UNAVAILABLE',
      msg: 'the database is away',
    });
  });

  test('logs what nobody caught, and ends', async () => {
    const { ended, ask, untilAnswers, printed } = await start();
    await untilAnswers('200 ready');
    await ask('/throw');
    expect(await ended).toBe(1);
    expect(printed()).toMatch(/"level":"fatal".*thrown in passing/u);
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { endProcess, identityOf, isRunning } from './process-identity.ts';

const sleeper = (script = 'setInterval(() => {}, 1000); console.log(1)') =>
  spawn(process.execPath, ['-e', script]);

describe('a process that a file tells of', () => {
  test('runs, and after its end does not', async () => {
    const child = sleeper();
    await once(child.stdout, 'data');
    const identity = await identityOf(child.pid ?? 0);
    expect(await isRunning(identity)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await isRunning(identity)).toBe(false);
  });

  test.runIf(process.platform === 'linux')('is not another process that has its number now', async () => {
    const own = await identityOf(process.pid);
    expect(await isRunning(own)).toBe(true);
    expect(await isRunning({ pid: own.pid, began: 'another boot 12345' })).toBe(false);
  });

  test('is ended politely, else by force, and waited for', async () => {
    const polite = sleeper();
    const stubborn = sleeper('process.on("SIGTERM", () => {}); setInterval(() => {}, 1000); console.log(1)');
    await Promise.all([once(polite.stdout, 'data'), once(stubborn.stdout, 'data')]);
    const ends = Promise.all([once(polite, 'exit'), once(stubborn, 'exit')]);
    await Promise.all([polite, stubborn].map(async ({ pid }) => endProcess(await identityOf(pid ?? 0), 300)));
    expect((await ends).map(([, signal]) => signal as string)).toEqual(['SIGTERM', 'SIGKILL']);
  });

  test('is left alone where only its number is the same', async () => {
    const child = sleeper();
    await once(child.stdout, 'data');
    await endProcess({ pid: child.pid ?? 0, began: 'another boot 12345' }, 100);
    expect(child.exitCode ?? child.signalCode).toBeNull();
    child.kill('SIGKILL');
  });
});

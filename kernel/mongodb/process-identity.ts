import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

/**
 * A process that a file tells of. Its number alone may have passed to another process since, after a restart of the machine
 * for one, so the moment it began is kept too where the system tells it (Linux: clock ticks since boot, and which boot).
 */
export const processIdentity = z.object({ pid: z.int().positive(), began: z.string().nullable() });
export type ProcessIdentity = z.infer<typeof processIdentity>;

const ENDED = 'ended';

export async function identityOf(pid: number): Promise<ProcessIdentity> {
  return { pid, began: await beginningOf(pid) };
}

/** Whether that very process still runs. */
export async function isRunning({ pid, began }: ProcessIdentity): Promise<boolean> {
  if (!answersSignals(pid)) return false;
  const now = await beginningOf(pid);
  return now !== ENDED && (now === began || now === null || began === null);
}

/** Ends that very process, politely for `graceMs`, and waits until it is gone. Does nothing where it is gone already. */
export async function endProcess(identity: ProcessIdentity, graceMs: number): Promise<void> {
  const killAt = Date.now() + graceMs;
  if (!(await isRunning(identity))) return;
  sendSignal(identity.pid, 'SIGTERM');
  while (await isRunning(identity)) {
    if (Date.now() > killAt) sendSignal(identity.pid, 'SIGKILL');
    await pause(50);
  }
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone in the meantime.
  }
}

async function beginningOf(pid: number): Promise<string | null> {
  try {
    const [stat, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
    ]);
    // The program's name stands in brackets and may hold spaces; the state follows, then field after field.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state] = fields;
    const started = fields[19];
    // Dead, and only not yet noticed by its parent.
    if (state === 'Z' || started === undefined) return ENDED;
    return `${boot.trim()} ${started}`;
  } catch {
    return null;
  }
}

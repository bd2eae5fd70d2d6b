import { readFileSync } from 'node:fs';

const shells = /^(sh|ash|bash|dash|busybox|zsh)$/u;

/**
 * The parents whose replacement means that npm is gone, for a process that npm started: its own parent, and, where that is the
 * shell in which npm runs scripts, that one's. Where a shell becomes the program it runs, or the system does not tell
 * (not Linux), the own parent is all there is.
 */
export function npmAncestors(): string {
  const own = process.ppid;
  const name = readProc(own, 'comm')?.trim();
  return name !== undefined && shells.test(name) ? `${own} ${parentOf(own) ?? ''}` : String(own);
}

function parentOf(pid: number): string | undefined {
  const stat = readProc(pid, 'stat');
  // Behind the name, which stands in brackets and may hold anything: state, then parent.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}

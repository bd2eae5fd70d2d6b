import { readdir, readFile, readlink } from 'node:fs/promises';

/** Of Linux's table of sockets: this one waits for connections. */
const LISTENING = '0A';

/**
 * The process that listens on `port`, in words: `node (process 4711)`. Null where the system does not tell: not Linux, or
 * a process of another user.
 */
export async function portHolder(port: number): Promise<string | null> {
  const sockets = new Set([
    ...(await listeningSockets('tcp', port)),
    ...(await listeningSockets('tcp6', port)),
  ]);
  if (sockets.size === 0) return null;
  for (const pid of (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/u.test(name))) {
    if (!(await holdsOne(pid, sockets))) continue;
    const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => 'a program');
    return `${name.trim()} (process ${pid})`;
  }
  return null;
}

async function listeningSockets(table: 'tcp' | 'tcp6', port: number): Promise<string[]> {
  const text = await readFile(`/proc/net/${table}`, 'utf8').catch(() => '');
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  return text
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/u))
    .filter(([, local, , state]) => local?.endsWith(`:${wanted}`) === true && state === LISTENING)
    .map((fields) => `socket:[${fields[9] ?? ''}]`);
}

async function holdsOne(pid: string, sockets: ReadonlySet<string>): Promise<boolean> {
  const open = await readdir(`/proc/${pid}/fd`).catch(() => []);
  const targets = await Promise.all(open.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')));
  return targets.some((target) => sockets.has(target));
}

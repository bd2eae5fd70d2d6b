import { spawn } from 'node:child_process';

/**
 * The guard's whole program: when its standard input ends, which the system sees to however the parent dies, it ends the mongod;
 * with SIGKILL if that takes longer than ten seconds. JavaScript in a string, since it must start in milliseconds.
 */
const program = `
const pid = Number(process.argv[1]);
const signal = (name) => { try { process.kill(pid, name); return true; } catch { return false; } };
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => {});
process.stdin.resume().on('error', () => {}).on('close', () => {
  signal('SIGTERM');
  setTimeout(() => signal('SIGKILL'), 10000);
  setInterval(() => signal(0) || process.exit(), 100);
});`;

/**
 * Watches over a mongod so that it never outlives this process, also when that is killed with -9 and can do nothing itself.
 * Call the result once the mongod has ended, before its number can pass to another process.
 * The guard of mongodb-memory-server was rejected: it asks every two seconds whether a process of that number lives.
 */
export function guardMongod(pid: number): () => void {
  const guard = spawn(process.execPath, ['-e', program, String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.on('error', () => {});
  guard.stdin.on('error', () => {});
  guard.unref();
  return () => guard.kill('SIGKILL');
}

import { npmAncestors } from './npm-ancestors.ts';

/** SIGHUP comes when the terminal is closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** One Ctrl-C reaches a process twice: from the terminal, and from npm, which passes on what it got itself. */
const SAME_KEYSTROKE_MS = 1_000;
const PARENT_POLL_MS = 500;

/**
 * Tells when this process is to stop: `first` once, for the first signal or when the process that forked this one is gone;
 * `second` when a person then asks again and wants it to end at once.
 * @param withParent also stop when npm is gone: killed with -9, it passes nothing on. Not for a process that may be left
 *   running on its own (nohup, a service manager).
 */
export function onStopSignals(options: {
  first: (reason: string) => void;
  second: (reason: string) => void;
  withParent?: boolean;
}): void {
  let askedAt: number | null = null;
  const ask = (reason: string, byPerson: boolean) => {
    if (askedAt === null) {
      askedAt = Date.now();
      options.first(reason);
    } else if (byPerson && Date.now() - askedAt > SAME_KEYSTROKE_MS) options.second(reason);
  };
  for (const signal of SIGNALS) process.on(signal, () => ask(signal, true));
  process.once('disconnect', () => ask('the process that started this one is gone', false));
  if (options.withParent !== true) return;
  const parents = npmAncestors();
  const watch = setInterval(() => {
    if (npmAncestors() === parents) return;
    clearInterval(watch);
    ask('npm is gone', false);
  }, PARENT_POLL_MS);
  watch.unref();
}

import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { crashReason, readableLine } from './readable-line.ts';
import { untilReady } from './until-ready.ts';

export type StartOutcome = { readonly ready: true } | { readonly ready: false; readonly why: string };

export interface SupervisedProcess {
  readonly name: string;
  /** Resolves once, with how the first start went: ready, or the first failure, after which it is tried again. */
  readonly firstStart: Promise<StartOutcome>;
  /** Ends it: politely, and after `graceMs` by force. It is not started again. */
  stop(graceMs: number): Promise<void>;
}

interface Options {
  readonly name: string;
  /** What node runs. */
  readonly arguments: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly workingDir: string;
  readonly logFile: string;
  /** Answers 200 once the process can serve. */
  readonly readyUrl: string;
  readonly say: (message: string) => void;
  /** The pause before the first restart, doubled with every failure in a row. */
  readonly firstPauseMs?: number;
}

const LONGEST_PAUSE_MS = 30_000;
/** Having run for so long, a process has proven itself, and its next failure is a first one again. */
const PROVEN_MS = 60_000;
const KEPT_LINES = 50;

/**
 * Keeps a process running as a child in a process group of its own, so that neither a Ctrl-C of the terminal nor another process's
 * death reaches it, and starts it again when it ends. All that it prints goes to its file; warnings and errors also to `say`.
 * It ends with this process, however that ends: the channel between them closes (kernel/lifecycle.ts).
 */
export function supervise(options: Options): SupervisedProcess {
  const { name, say, firstPauseMs = 500 } = options;
  const stopping = new AbortController();
  const isStopping = () => stopping.signal.aborted;
  const log = createWriteStream(options.logFile, { flags: 'w' });
  let child: ChildProcess | null = null;
  let settle: (outcome: StartOutcome) => void = () => {};
  const firstStart = new Promise<StartOutcome>((resolve) => (settle = resolve));

  /** Runs it until it ends, and gives why. */
  async function runOnce(onReady: () => void): Promise<string> {
    const running = spawn(process.execPath, options.arguments, {
      cwd: options.workingDir,
      env: options.environment,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: process.platform !== 'win32',
    });
    child = running;
    const last: { fatal: string | null } = { fatal: null };
    const crash: string[] = [];
    eachLine(running.stdout, (line) => {
      log.write(`${line}\n`);
      const readable = readableLine(line);
      if (readable?.level === 'fatal') last.fatal = readable.text;
      else if (readable !== null && !isStopping()) say(`${name}: ${readable.text}`);
    });
    eachLine(running.stderr, (line) => {
      log.write(`${line}\n`);
      if (crash.push(line) > KEPT_LINES) crash.shift();
    });
    const ended = new AbortController();
    const exit = new Promise<string>((resolve) => {
      running.once('error', (error) => resolve(error.message));
      running.once('close', (code, signal) => resolve(signal ?? `exit code ${String(code)}`));
    }).finally(() => ended.abort());
    if (await untilReady(options.readyUrl, AbortSignal.any([ended.signal, stopping.signal]))) onReady();
    const how = await exit;
    child = null;
    return last.fatal ?? crashReason(crash) ?? how;
  }

  async function keepRunning(): Promise<void> {
    let delay = firstPauseMs;
    for (let run = 1; !isStopping(); run += 1) {
      const began = Date.now();
      const attempt = { wasReady: false };
      const why = await runOnce(() => {
        attempt.wasReady = true;
        settle({ ready: true });
        if (run > 1) say(`${name} is ready again`);
      });
      if (isStopping()) break;
      settle({ ready: false, why });
      if (attempt.wasReady && Date.now() - began > PROVEN_MS) delay = firstPauseMs;
      say(
        `${name} ${attempt.wasReady ? 'ended' : 'did not start'}: ${why}. It is started again in ${delay / 1000} s.`,
      );
      await pause(delay, undefined, { signal: stopping.signal }).catch(() => {});
      delay = Math.min(delay * 2, LONGEST_PAUSE_MS);
    }
  }

  const done = keepRunning().finally(() => log.end());
  return {
    name,
    firstStart,
    stop: async (graceMs) => {
      stopping.abort();
      settle({ ready: false, why: 'it was stopped' });
      child?.kill('SIGTERM');
      const late = setTimeout(() => child?.kill('SIGKILL'), graceMs);
      await done;
      clearTimeout(late);
    },
  };
}

function eachLine(from: Readable | null, take: (line: string) => void): void {
  if (from !== null) createInterface({ input: from }).on('line', take);
}

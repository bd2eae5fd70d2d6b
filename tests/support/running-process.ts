import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { copiedScriptArguments, makeCompiledCopy } from '../../commands/start/compiled-copy.ts';
import { untilReady } from '../../commands/start/until-ready.ts';
import { childEnvironment, readEnvironment } from '../../kernel/environment.ts';

const root = join(import.meta.dirname, '../..');

let copy: Promise<string | null> | undefined;
/** As `npm start` runs it: from the compiled copy, which eight processes need not each translate for themselves. */
async function startArguments(script: string): Promise<readonly string[]> {
  return copiedScriptArguments(await (copy ??= makeCompiledCopy(root)), script);
}

/** A process of the product as an operator runs it, with what it printed. */
export interface RunningProcess {
  readonly pid: number;
  /** http://127.0.0.1:40123 */
  readonly origin: string;
  readonly output: () => string;
  /** Asks it to stop, and gives its exit code. */
  stop(): Promise<number | null>;
  /** kill -9. */
  kill(): Promise<void>;
}

/**
 * Starts `script` ("subgraphs/telecom/main") with settings over the tests' own, and waits until it is ready on `port`.
 * Throws with all that it printed where it ends before.
 * @param nodeArguments what node runs instead of the script.
 */
export async function startProcess(
  script: string,
  port: number,
  settings: Readonly<Record<string, string | null>>,
  nodeArguments?: readonly string[],
): Promise<RunningProcess> {
  const child = spawn(process.execPath, nodeArguments ?? (await startArguments(script)), {
    cwd: root,
    env: childEnvironment(readEnvironment(), { NODE_ENV: 'development', HOST: '127.0.0.1', ...settings }),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new AbortController();
  const exit = exitOf(child, ended);
  const origin = `http://127.0.0.1:${port}`;
  if (!(await untilReady(`${origin}/health/ready`, ended.signal)))
    throw new Error(`${script} ended before it was ready:\n${output}`);
  return {
    pid: child.pid ?? 0,
    origin,
    output: () => output,
    stop: async () => {
      child.kill('SIGTERM');
      return exit;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exit;
    },
  };
}

function exitOf(child: ChildProcess, ended: AbortController): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('close', (code) => {
      ended.abort();
      resolve(code);
    });
  });
}

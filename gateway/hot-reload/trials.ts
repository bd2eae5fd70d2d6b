import { type ChildProcess, spawn } from 'node:child_process';
import { scriptArguments } from '../../kernel/script.ts';
import type { SupergraphInQuestion, SupergraphTrial } from './try-supergraph.ts';

export interface Trials {
  /** One at a time. Never rejects: what cannot be tried has a fault. */
  run(question: SupergraphInQuestion): Promise<SupergraphTrial>;
  stop(): Promise<void>;
}

const PATIENCE_MS = 60_000;
/** The process is kept for so long after a trial, for releases seldom come alone, and its memory given back then. */
const KEPT_MS = 30_000;
const MOST_MEMORY_MB = 1_024;

/**
 * Tries supergraphs in a process of its own: composing and planning compute for a second or two, in which no query would
 * be answered; and whatever a bad one does, running out of memory or never ending, it does there.
 */
export function createTrials(patienceMs = PATIENCE_MS): Trials {
  let kept: ChildProcess | null = null;
  let idle: NodeJS.Timeout | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const end = () => {
    if (idle !== null) clearTimeout(idle);
    kept?.kill('SIGKILL');
    kept = null;
  };

  const tryOne = async (question: SupergraphInQuestion): Promise<SupergraphTrial> => {
    if (idle !== null) clearTimeout(idle);
    const trial = await answerOf((kept ??= startProcess()), question, patienceMs);
    if (typeof trial === 'string') {
      end();
      return { faults: [trial], operationFaults: [], subgraphs: [] };
    }
    idle = setTimeout(end, KEPT_MS).unref();
    return trial;
  };

  return {
    run(question) {
      const next = last.then(() => tryOne(question));
      last = next;
      return next;
    },
    async stop() {
      end();
      await last;
    },
  };
}

/** Nothing of this process's environment is its business, least of all its secrets. */
function startProcess(): ChildProcess {
  const script = scriptArguments('gateway/hot-reload/trial-process');
  const child = spawn(process.execPath, [`--max-old-space-size=${MOST_MEMORY_MB}`, ...script], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {},
  });
  // This process ends without waiting for it.
  child.unref();
  child.channel?.unref();
  return child;
}

/** The answer, or why there is none. */
function answerOf(
  child: ChildProcess,
  question: SupergraphInQuestion,
  patienceMs: number,
): Promise<SupergraphTrial | string> {
  return new Promise((resolve) => {
    const settle = (answer: SupergraphTrial | string) => {
      clearTimeout(timer);
      child.removeAllListeners();
      // What it says after this is nobody's.
      child.on('error', () => {});
      resolve(answer);
    };
    const timer = setTimeout(() => settle(`its trial took longer than ${patienceMs} ms`), patienceMs);
    child.once('message', (answer) => settle(answer as SupergraphTrial));
    child.once('error', (error) => settle(`its trial failed: ${error.message}`));
    child.once('exit', () => settle('its trial ended without a result'));
    child.send(question);
  });
}

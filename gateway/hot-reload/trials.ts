import { Worker } from 'node:worker_threads';
import { scriptArguments } from '../../kernel/script.ts';
import type { SupergraphInQuestion, SupergraphTrial } from './try-supergraph.ts';

export interface Trials {
  /** One at a time. Never rejects: what cannot be tried has a fault. */
  run(question: SupergraphInQuestion): Promise<SupergraphTrial>;
  stop(): Promise<void>;
}

const PATIENCE_MS = 60_000;
/** The thread is kept for so long after a trial, for releases seldom come alone, and its memory given back then. */
const KEPT_MS = 30_000;
const MOST_MEMORY_MB = 1_024;

/**
 * Tries supergraphs in a thread of its own: composing and planning compute for a second or two, in which no query would
 * be answered; and whatever a bad one does, running out of memory or never ending, it does there.
 */
export function createTrials(patienceMs = PATIENCE_MS): Trials {
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const end = async () => {
    const ended = worker;
    worker = null;
    await ended?.terminate();
  };
  const start = () => {
    const script = scriptArguments('gateway/hot-reload/trial-worker');
    const started = new Worker(script.at(-1) ?? '', {
      execArgv: script.slice(0, -1),
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    });
    // The process ends without waiting for it.
    started.unref();
    return started;
  };

  const tryOne = async (question: SupergraphInQuestion): Promise<SupergraphTrial> => {
    if (idle !== null) clearTimeout(idle);
    const running = (worker ??= start());
    const trial = await answerOf(running, question, patienceMs);
    if (typeof trial === 'string') {
      await end();
      return { faults: [trial], operationFaults: [], subgraphs: [] };
    }
    idle = setTimeout(() => void end(), KEPT_MS).unref();
    return trial;
  };

  return {
    run(question) {
      const next = last.then(() => tryOne(question));
      last = next;
      return next;
    },
    async stop() {
      if (idle !== null) clearTimeout(idle);
      await end();
    },
  };
}

/** The worker's answer, or why there is none. */
function answerOf(
  worker: Worker,
  question: SupergraphInQuestion,
  patienceMs: number,
): Promise<SupergraphTrial | string> {
  return new Promise((resolve) => {
    const settle = (answer: SupergraphTrial | string) => {
      clearTimeout(timer);
      worker.removeAllListeners();
      // What it says after this is nobody's.
      worker.on('error', () => {});
      resolve(answer);
    };
    const timer = setTimeout(() => settle(`its trial took longer than ${patienceMs} ms`), patienceMs);
    worker.once('message', settle);
    worker.once('error', (error) =>
      settle(`its trial failed: ${error instanceof Error ? error.message : String(error)}`),
    );
    worker.once('exit', () => settle('its trial ended without a result'));
    worker.postMessage(question);
  });
}

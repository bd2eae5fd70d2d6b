import type { Log } from '../../kernel/log.ts';
import { type AttemptOptions, attempts } from './attempt.ts';
import { firstThatWorks, readOrRefuse } from './first-that-works.ts';
import type { LastGood } from './last-good.ts';
import { type Refusal, refusals } from './refusal.ts';
import type { SupergraphSource } from './supergraph-source.ts';

/** What readiness says of the supergraph; no addresses. */
export interface SupergraphReport {
  /** The one in force. */
  readonly version: string;
  /** The newest one, where it could not come into force, and why. */
  readonly refused: Refusal | null;
}
interface Options<Graph> extends AttemptOptions<Graph> {
  readonly source: SupergraphSource;
  readonly lastGood: LastGood;
  readonly log: Log;
}
export interface CurrentGraph<Graph> {
  readonly first: Graph;
  report(): SupergraphReport;
  /** Looks for other releases from now on, and gives each that passes its trial. */
  follow(take: (graph: Graph) => void): void;
  stop(): Promise<void>;
}

/**
 * Keeps the newest supergraph that works in force. At the start that is the source's own, else the one before it, else the
 * one that was in force last; later, each new one after its trial. What is refused stays refused until there is another.
 */
export async function keepCurrent<Graph>(options: Options<Graph>): Promise<CurrentGraph<Graph>> {
  const { source, lastGood, log } = options;
  const attempt = attempts(options);
  const refusal = refusals(source.name, log);
  const first = await firstThatWorks(options, attempt, refusal);
  let current = first.release;

  const keep = () =>
    lastGood.write(current).catch((error: unknown) => {
      log.warn({ err: error }, 'the supergraph in force cannot be kept for the next start');
    });
  await keep();
  log.info({ version: current.version }, `plans by ${source.name}`);

  const look = async (take: (graph: Graph) => void) => {
    const next = await readOrRefuse(source, refusal);
    if (next === null || refusal.holds(next.version)) return;
    if (next.supergraph !== current.supergraph) {
      const result = await attempt(next, { isKnownGood: false, operationsMustFit: true });
      if (!result.ok) {
        refusal.set(next.version, result.reasons);
        return;
      }
      take(result.graph);
      log.info({ version: next.version, before: current.version }, `plans by ${source.name} from now on`);
    }
    current = next;
    refusal.clear();
    await keep();
  };

  let watch: { stop(): Promise<void> } | null = null;
  let looking: Promise<void> = Promise.resolve();
  let waiting = false;
  return {
    first: first.graph,
    report: () => ({ version: current.version, refused: refusal.current() }),
    follow(take) {
      watch = source.watch(() => {
        // What comes while one is tried is looked at after it; of several, only the last is still there then.
        if (waiting) return;
        waiting = true;
        looking = looking
          .then(() => {
            waiting = false;
            return look(take);
          })
          .catch((error: unknown) => log.error({ err: error }, `${source.name} could not be looked at`));
      });
    },
    async stop() {
      await watch?.stop();
      await options.trials.stop();
      await looking;
      await source.close();
    },
  };
}

import type { Log } from '../log.ts';
import { settleSections, type Settling } from '../reporting/settle.ts';

const EVERY_MS = 30_000;

/**
 * Looks every half minute for large drafts that are published and not settled yet, also those that another process left
 * behind. Ends with the current look when it is stopped.
 */
export function settleRegularly(desk: Settling, log: Pick<Log, 'error'>): { stop(): Promise<void> } {
  let looking: Promise<void> = Promise.resolve();
  const look = () => {
    looking = looking
      .then(() => settleSections(desk))
      .catch((error: unknown) => {
        log.error({ err: error }, 'what is published could not be settled yet; it will be tried again');
      });
  };
  look();
  const timer = setInterval(look, EVERY_MS);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      return looking;
    },
  };
}

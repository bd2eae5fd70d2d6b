import type { Log } from '../../kernel/log.ts';

export interface Refusal {
  /** Null where it could not even be read. */
  readonly version: string | null;
  readonly reasons: readonly string[];
}

export interface Refusals {
  /** The newest release, while it is refused. */
  current(): Refusal | null;
  /** Whether that very version was refused already. */
  holds(version: string | null): boolean;
  set(version: string | null, reasons: readonly string[]): void;
  clear(): void;
}

const MOST_REASONS = 5;
const LONGEST_REASON = 300;

/** Remembers what was refused and why, in as many words as people read, and tells it in the log once. */
export function refusals(sourceName: string, log: Log): Refusals {
  let refusal: Refusal | null = null;
  return {
    current: () => refusal,
    holds: (version) => refusal !== null && refusal.version === version,
    set(version, all) {
      const reasons = all.slice(0, MOST_REASONS).map((reason) => reason.slice(0, LONGEST_REASON));
      refusal = { version, reasons };
      log.error({ version, reasons, found: all.length }, `a supergraph is refused, of ${sourceName}`);
    },
    clear: () => (refusal = null),
  };
}

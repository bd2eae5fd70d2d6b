import type { SupergraphRelease } from './supergraph-source.ts';
import type { Trials } from './trials.ts';
import type { ExtractedSubgraphs } from './extract-subgraphs.ts';

/**
 * Makes a graph of a release. Rejects where that cannot be done.
 * @param subgraphs as its trial found them; null where it had none.
 */
export type LoadGraph<Graph> = (
  release: SupergraphRelease,
  subgraphs: ExtractedSubgraphs | null,
) => Promise<Graph>;

export interface AttemptOptions<Graph> {
  readonly trials: Trials;
  readonly load: LoadGraph<Graph>;
  /** The subgraphs that the gateway can reach. */
  readonly folders: readonly string[];
  /** The stored operations of the frontends. */
  readonly operations: readonly string[];
}

export type Attempt<Graph> = (
  release: SupergraphRelease,
  how: {
    /** Whether it was in force before, so that it needs no trial. */
    readonly isKnownGood: boolean;
    /** Whether a stored operation that it does not answer is a reason against it. */
    readonly operationsMustFit: boolean;
  },
) => Promise<
  { readonly ok: true; readonly graph: Graph } | { readonly ok: false; readonly reasons: readonly string[] }
>;

/** Tries releases and makes graphs of those that pass. */
export function attempts<Graph>({
  trials,
  load,
  folders,
  operations,
}: AttemptOptions<Graph>): Attempt<Graph> {
  return async (release, { isKnownGood, operationsMustFit }) => {
    const { supergraph } = release;
    const trial = isKnownGood ? null : await trials.run({ supergraph, folders, operations });
    const reasons = [...(trial?.faults ?? []), ...(operationsMustFit ? (trial?.operationFaults ?? []) : [])];
    if (reasons.length > 0) return { ok: false, reasons };
    try {
      return { ok: true, graph: await load(release, trial?.subgraphs ?? null) };
    } catch (error) {
      return { ok: false, reasons: [error instanceof Error ? error.message : String(error)] };
    }
  };
}

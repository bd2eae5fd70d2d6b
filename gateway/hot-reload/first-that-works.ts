import { CodedError } from '../../kernel/errors.ts';
import type { Attempt } from './attempt.ts';
import type { LastGood } from './last-good.ts';
import type { Refusals } from './refusal.ts';
import type { SupergraphRelease, SupergraphSource } from './supergraph-source.ts';

interface Sources {
  readonly source: SupergraphSource;
  readonly lastGood: LastGood;
}
interface FirstGraph<Graph> {
  readonly release: SupergraphRelease;
  readonly graph: Graph;
}

/**
 * The graph that a gateway starts with: the newest release that works, else the one that was in force last, else the newest
 * one without those stored operations that do not fit it.
 * @throws CodedError SUPERGRAPH_UNUSABLE where there is nothing to start with.
 */
export async function firstThatWorks<Graph>(
  { source, lastGood }: Sources,
  attempt: Attempt<Graph>,
  refusal: Refusals,
): Promise<FirstGraph<Graph>> {
  const kept = await lastGood.read();
  const isKept = ({ supergraph }: SupergraphRelease) => supergraph === kept?.supergraph;
  const newest = await readOrRefuse(source, refusal);
  if (newest !== null) {
    const isKnownGood = source.isOfThisBuild || isKept(newest);
    const result = await attempt(newest, { isKnownGood, operationsMustFit: true });
    if (result.ok) return { release: newest, graph: result.graph };
    refusal.set(newest.version, result.reasons);
    for await (const release of source.before(newest)) {
      const earlier = await attempt(release, { isKnownGood: isKept(release), operationsMustFit: true });
      if (earlier.ok) return { release, graph: earlier.graph };
    }
  }
  if (kept !== null) {
    const result = await attempt(kept, { isKnownGood: true, operationsMustFit: true });
    if (result.ok) return { release: kept, graph: result.graph };
  }
  if (newest !== null) {
    const result = await attempt(newest, { isKnownGood: false, operationsMustFit: false });
    if (result.ok) return { release: newest, graph: result.graph };
  }
  const why = refusal.current()?.reasons.join('; ') ?? 'there is none';
  throw new CodedError(
    'SUPERGRAPH_UNUSABLE',
    `There is no supergraph to plan by: ${source.name} is refused (${why}), and none is kept from before.`,
  );
}

/** The source's newest release; null where it cannot be read, which is told once. */
export async function readOrRefuse(
  source: SupergraphSource,
  refusal: Refusals,
): Promise<SupergraphRelease | null> {
  try {
    return await source.read();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!refusal.holds(null)) refusal.set(null, [`it cannot be read${code === '' ? '' : ` (${code})`}`]);
    return null;
  }
}

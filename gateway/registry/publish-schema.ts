import type { Sector } from '../../kernel/sectors.ts';
import type { SubgraphSdls } from '../compose-subgraphs.ts';
import { checkSchema, reasonsAgainst, type SchemaCheck } from '../schema-check/check-schema.ts';
import { digestOf, type Publication } from './publication.ts';
import type { Registry } from './registry.ts';

export interface SchemaPublication {
  readonly registry: Registry;
  /** The SDL that is published, by folder. */
  readonly changed: SubgraphSdls;
  /** What the first publication of all takes the other subgraphs to run. */
  readonly folders: SubgraphSdls;
  readonly sectors: readonly Sector[];
  readonly operations: readonly string[];
  readonly allowBreaking: boolean;
  /** Who publishes, for the record. */
  readonly by: string;
}

export type PublishOutcome =
  | { readonly kind: 'PUBLISHED'; readonly version: number; readonly check: SchemaCheck }
  /** It is in force already. */
  | { readonly kind: 'UNCHANGED'; readonly version: number }
  | { readonly kind: 'REFUSED'; readonly reasons: readonly string[]; readonly check: SchemaCheck };

/** So many others may come first; then something else is wrong. */
const MOST_ATTEMPTS = 20;

/**
 * Publishes the SDL of one or more subgraphs: composed with what the others have published, checked, and added to the
 * registry. Where another publication comes first, both arrive: this one is composed and checked anew with what that brought.
 */
export async function publishSchema(request: SchemaPublication): Promise<PublishOutcome> {
  const { registry, changed, folders, allowBreaking, ...rest } = request;
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const latest = await registry.latest();
    const published = new Map(latest?.subgraphs.map(({ folder, sdl }) => [folder, sdl]));
    if (latest !== null && [...changed].every(([folder, sdl]) => published.get(folder) === sdl))
      return { kind: 'UNCHANGED', version: latest._id };

    const check = await checkSchema({
      ...rest,
      changed,
      others: latest === null ? folders : published,
      sameKernel: latest === null,
      before: latest?.supergraph ?? null,
    });
    const reasons = reasonsAgainst(check, allowBreaking);
    if (check.supergraph === null || reasons.length > 0) return { kind: 'REFUSED', reasons, check };

    const brought = latest === null ? new Map([...folders, ...changed]) : changed;
    const publication = nextPublication(latest, brought, check.supergraph, request.by);
    if (await registry.add(publication)) return { kind: 'PUBLISHED', version: publication._id, check };
  }
  throw new Error(`another publication came first ${MOST_ATTEMPTS} times`);
}

function nextPublication(
  latest: Publication | null,
  brought: SubgraphSdls,
  supergraph: string,
  by: string,
): Publication {
  const version = (latest?._id ?? 0) + 1;
  const kept = (latest?.subgraphs ?? []).filter(({ folder }) => !brought.has(folder));
  const added = [...brought].map(([folder, sdl]) => ({ folder, sdl, digest: digestOf(sdl), since: version }));
  return {
    _id: version,
    subgraphs: [...kept, ...added].sort((a, b) => (a.folder < b.folder ? -1 : 1)),
    changed: [...brought.keys()],
    supergraph,
    digest: digestOf(supergraph),
    by,
    at: new Date(),
  };
}

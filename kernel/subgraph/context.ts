import type { Catalogue } from '../data-files/read-sector-data.ts';
import type { DocumentTexts } from '../document-text.ts';
import { mayReadDrafts, type Identity } from '../identity/identity.ts';
import type { Log } from '../log.ts';
import type { Sector } from '../sectors.ts';
import type { SectorStore } from '../store/sector-store.ts';
import { buildLoaders, type Loaders } from './loaders.ts';

/** What a request carries through the resolvers: who asks, and the loaders that batch its look-ups. Built in one place. */
export interface RequestContext {
  readonly requestId: string;
  readonly identity: Identity;
  readonly log: Pick<Log, 'error'>;
  readonly loaders: Loaders;
  readonly texts: DocumentTexts;
  /** The team's catalogue as its data files have it: with units and groups, which reported figures are held against. */
  readonly catalogue: Catalogue;
  /** What was looked up before a change is not what is there after it. */
  renewLoaders(): void;
}

/** What all requests to a subgraph share. */
export interface SubgraphResources {
  readonly sector: Sector;
  readonly store: SectorStore;
  readonly texts: DocumentTexts;
  readonly catalogue: Catalogue;
}

export function createRequestContext(
  { sector, store, texts, catalogue }: SubgraphResources,
  { requestId, identity, log }: Pick<RequestContext, 'requestId' | 'identity' | 'log'>,
): RequestContext {
  const build = () => buildLoaders(store, { drafts: mayReadDrafts(identity, sector.code) });
  let loaders = build();
  return {
    requestId,
    identity,
    log,
    texts,
    catalogue,
    get loaders() {
      return loaders;
    },
    renewLoaders: () => {
      loaders = build();
    },
  };
}

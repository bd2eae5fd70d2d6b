import { createHash } from 'node:crypto';

/** A supergraph that is to come into force. */
export interface SupergraphRelease {
  /** What people know it by: the number of a publication, or the beginning of a file's SHA-256. */
  readonly version: string;
  readonly supergraph: string;
}

/** Where the gateway gets its supergraph from. */
export interface SupergraphSource {
  /** For the log, without an address. */
  readonly name: string;
  /** Whether it was tested together with this very code, and needs no trial at the start. */
  readonly isOfThisBuild: boolean;
  /** Rejects where it cannot be read. */
  read(): Promise<SupergraphRelease>;
  /** The releases before that one, newest first, where the source keeps any. */
  before(release: SupergraphRelease): AsyncIterable<SupergraphRelease>;
  /** Calls `look` whenever there may be another release, too often rather than too seldom, until it is stopped. */
  watch(look: () => void): { stop(): Promise<void> };
  close(): Promise<void>;
}

export function versionOfText(supergraph: string): string {
  return createHash('sha256').update(supergraph).digest('hex').slice(0, 12);
}

/** A supergraph that stays as it is: the one that was built with the gateway, or a test's. */
export function fixedSupergraph(supergraph: string): SupergraphSource {
  return {
    name: 'the supergraph of this build',
    isOfThisBuild: true,
    read: async () => ({ version: versionOfText(supergraph), supergraph }),
    async *before() {},
    watch: () => ({ stop: async () => {} }),
    close: async () => {},
  };
}

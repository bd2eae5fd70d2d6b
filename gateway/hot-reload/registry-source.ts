import type { Publication } from '../registry/publication.ts';
import { openRegistry, type Registry } from '../registry/registry.ts';
import type { SupergraphRelease, SupergraphSource } from './supergraph-source.ts';

/** So many publications are gone back at the start, should the newest ones be refused. */
const MOST_EARLIER = 5;

/**
 * The supergraph that teams publish to the registry. MongoDB tells at once of a new one; `pollMs` is how long it takes to be
 * found where it does not. The registry may be away: it is opened when it is needed, and anew after it was not there.
 * @param ofThisBuild what holds, as version 0, until anybody has published.
 */
export function registrySource(uri: string, pollMs: number, ofThisBuild: string): SupergraphSource {
  let opened: Promise<Registry> | null = null;
  const registry = () => {
    opened ??= openRegistry(uri).catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  };
  return {
    name: 'the registry',
    isOfThisBuild: false,
    async read() {
      const latest = await (await registry()).latest();
      return latest === null ? { version: '0', supergraph: ofThisBuild } : releaseOf(latest);
    },
    async *before(release) {
      let version = Number(release.version);
      for (let back = 0; back < MOST_EARLIER; back += 1) {
        const earlier = await (await registry()).before(version);
        if (earlier === null) return;
        version = earlier._id;
        yield releaseOf(earlier);
      }
    },
    watch(look) {
      let watched: { stop(): Promise<void> } | null = null;
      // Until the registry is there; then it watches itself.
      const timer = setInterval(() => {
        if (watched === null) void begin();
      }, pollMs).unref();
      const begin = async () => {
        const there = await registry().catch(() => null);
        if (there === null || watched !== null) return;
        watched = there.watch(look, pollMs);
        look();
      };
      void begin();
      return {
        async stop() {
          clearInterval(timer);
          await watched?.stop();
        },
      };
    },
    close: async () => (await opened?.catch(() => null))?.close(),
  };
}

function releaseOf({ _id, supergraph }: Publication): SupergraphRelease {
  return { version: String(_id), supergraph };
}

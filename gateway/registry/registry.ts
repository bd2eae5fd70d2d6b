import { databaseUri } from '../../kernel/mongodb/database-uri.ts';
import { DUPLICATE_KEY, hasErrorCode } from '../../kernel/mongodb/error-code.ts';
import { openConnection } from '../../kernel/mongodb/open-connection.ts';
import { READ_TIME_MS } from '../../kernel/store/sector-store.ts';
import { type Publication, publicationSchema } from './publication.ts';

/** The database that teams and gateways share; no subgraph uses it. */
export const registryDatabase = 'giaoban_registry';

export interface Registry {
  /** The newest publication; null where there is none yet. */
  latest(): Promise<Publication | null>;
  /** The newest one before that number; null where there is none. */
  before(version: number): Promise<Publication | null>;
  /** Adds it, unless another one has taken its number meanwhile: then nothing is added, and false answered. */
  add(publication: Publication): Promise<boolean>;
  /** Calls `look` after each publication, found within `pollMs` where MongoDB did not tell of it. */
  watch(look: () => void, pollMs: number): { stop(): Promise<void> };
  close(): Promise<void>;
}

/**
 * Opens the registry in MongoDB. What is read is what a majority has acknowledged, and a publication is answered once a
 * majority's journals hold it: no gateway ever plans by one that a fail-over takes back.
 * @param uri of the deployment; the database is the registry's own.
 */
export async function openRegistry(uri: string): Promise<Registry> {
  const connection = await openConnection(databaseUri(uri, registryDatabase), { maxPoolSize: 5 });
  const publications = connection.model('Publication', publicationSchema);
  const newest = (filter: object) =>
    publications.findOne(filter).sort({ _id: -1 }).maxTimeMS(READ_TIME_MS).lean<Publication>().exec();
  return {
    latest: () => newest({}),
    before: (version) => newest({ _id: { $lt: version } }),
    async add(publication) {
      try {
        await publications.create([publication]);
        return true;
      } catch (error) {
        if (hasErrorCode(error, DUPLICATE_KEY)) return false;
        throw error;
      }
    },
    watch(look, pollMs) {
      let seen: unknown = null;
      const lookIfNew = async () => {
        const newestNumber = await publications
          .findOne({}, { _id: 1 })
          .sort({ _id: -1 })
          .maxTimeMS(READ_TIME_MS)
          .lean()
          .exec()
          .catch(() => null);
        if (newestNumber?._id === seen) return;
        seen = newestNumber?._id;
        look();
      };
      const timer = setInterval(() => void lookIfNew(), pollMs).unref();
      let stream: ReturnType<typeof publications.collection.watch> | null = null;
      const open = () => {
        stream = publications.collection.watch([], { fullDocument: 'default' });
        stream.on('change', look);
        // A stand-alone server has none, and one that moves ends it: there is still the timer, which opens it anew.
        stream.on('error', () => (stream = null));
      };
      open();
      const reopen = setInterval(() => {
        if (stream === null) open();
      }, pollMs * 10).unref();
      return {
        async stop() {
          clearInterval(timer);
          clearInterval(reopen);
          await stream?.close();
        },
      };
    },
    close: () => connection.close(),
  };
}

import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { databaseUri } from '../../kernel/mongodb/database-uri.ts';
import { prepareDatabase } from '../../kernel/store/prepare-database.ts';
import { openStore, type OwnSchemas, type SectorStore } from '../../kernel/store/sector-store.ts';

/** The address of a database that no other test has; MongoDB makes it with the first write. */
export function freshDatabaseUri(what: string): string {
  return databaseUri(
    inject('mongodbUri'),
    `test_${what.replaceAll('-', '_')}_${randomBytes(6).toString('hex')}`,
  );
}

/** A prepared store on such a database; `closeTestStore` takes the database away with it. */
export async function openTestStore(what: string, ownSchemas?: OwnSchemas): Promise<SectorStore> {
  const store = await openStore(freshDatabaseUri(what), ownSchemas);
  await prepareDatabase(store);
  return store;
}

export async function closeTestStore(store: SectorStore): Promise<void> {
  await store.connection.dropDatabase();
  await store.connection.close();
}

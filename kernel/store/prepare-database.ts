import type { Model } from 'mongoose';
import { hasErrorCode, INDEX_NOT_FOUND, NAMESPACE_EXISTS } from '../mongodb/error-code.ts';
import { bringOldRowsUp } from './old-rows.ts';
import { rowValidator } from './row-validator.ts';
import { modelsOf, type SectorStore } from './sector-store.ts';

/**
 * Makes the sector's collections with their validators and indexes, or brings those of an older version up to date:
 * indexes that no schema names any more are dropped, for an old unique one would refuse good rows.
 * Safe to run from several processes at once.
 */
export async function prepareDatabase(store: SectorStore): Promise<void> {
  await Promise.all(modelsOf(store).map((model) => prepareCollection(model)));
  await bringOldRowsUp(store);
}

async function prepareCollection(model: Model<unknown>): Promise<void> {
  const validator = { $jsonSchema: rowValidator(model.schema) };
  const { collection, db } = model;
  try {
    await db.createCollection(collection.collectionName, { validator });
  } catch (error) {
    if (!hasErrorCode(error, NAMESPACE_EXISTS)) throw error;
    await db.db?.command({ collMod: collection.collectionName, validator });
  }
  try {
    await model.syncIndexes();
  } catch (error) {
    // Another process dropped an old index first; what remains is to make the new ones.
    if (!hasErrorCode(error, INDEX_NOT_FOUND)) throw error;
    await model.createIndexes();
  }
}

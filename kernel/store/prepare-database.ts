import type { Model } from 'mongoose';
import { bringOldRowsUp } from './old-rows.ts';
import { rowValidator } from './row-validator.ts';
import { modelsOf, type SectorStore } from './sector-store.ts';

const NAMESPACE_EXISTS = 48;
const INDEX_NOT_FOUND = 27;

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
    if (!hasCode(error, NAMESPACE_EXISTS)) throw error;
    await db.db?.command({ collMod: collection.collectionName, validator });
  }
  try {
    await model.syncIndexes();
  } catch (error) {
    // Another process dropped an old index first; what remains is to make the new ones.
    if (!hasCode(error, INDEX_NOT_FOUND)) throw error;
    await model.createIndexes();
  }
}

function hasCode(error: unknown, code: number): boolean {
  return (error as { code?: unknown }).code === code;
}

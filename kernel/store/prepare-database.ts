import type { Model } from 'mongoose';
import { modelsOf, type SectorStore } from './sector-store.ts';

const NAMESPACE_EXISTS = 48;

/**
 * Makes the sector's collections with their validators and indexes, or brings those of an older version up to date.
 * Safe to run from several processes at once.
 */
export async function prepareDatabase(store: SectorStore): Promise<void> {
  await Promise.all(modelsOf(store).map((model) => prepareCollection(model)));
}

async function prepareCollection(model: Model<unknown>): Promise<void> {
  const validator = { $jsonSchema: model.schema.toJSONSchema({ useBsonType: true }) };
  const { collection, db } = model;
  try {
    await db.createCollection(collection.collectionName, { validator });
  } catch (error) {
    if ((error as { code?: unknown }).code !== NAMESPACE_EXISTS) throw error;
    await db.db?.command({ collMod: collection.collectionName, validator });
  }
  await model.createIndexes();
}

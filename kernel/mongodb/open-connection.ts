import mongoose, { type Connection } from 'mongoose';

interface Options {
  readonly maxPoolSize: number;
  /** Whether the driver tells of every command, for tests that count them. */
  readonly monitorCommands?: boolean;
}

/**
 * Opens a pool. Reads take what a majority has acknowledged, writes wait for a majority's journals: nothing that was
 * answered is lost by a fail-over. Models make no collections and indexes on their own.
 */
export async function openConnection(uri: string, options: Options): Promise<Connection> {
  const connection = mongoose.createConnection(uri, {
    ...options,
    serverSelectionTimeoutMS: 5000,
    readConcern: { level: 'majority' },
    writeConcern: { w: 'majority', journal: true },
    autoIndex: false,
    autoCreate: false,
  });
  try {
    return await connection.asPromise();
  } catch (error) {
    await connection.destroy();
    throw error;
  }
}

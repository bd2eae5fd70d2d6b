import mongoose from 'mongoose';
import { databaseUri } from '../kernel/mongodb/database-uri.ts';
import type { Sector } from '../kernel/sectors.ts';

/**
 * What MongoDB itself says it was asked while `action` ran: its profiler's entries, as "collection: commands", by
 * sector.
 */
export async function countCommands(
  mongodbUri: string,
  sectors: readonly Sector[],
  action: () => Promise<unknown>,
): Promise<ReadonlyMap<string, Readonly<Record<string, number>>>> {
  const connections = await Promise.all(
    sectors.map(({ database }) => mongoose.createConnection(databaseUri(mongodbUri, database)).asPromise()),
  );
  const databases = connections.map(({ db }) => {
    if (db === undefined) throw new Error('a connection that is open must have a database');
    return db;
  });
  const profile = (level: number) =>
    Promise.all(databases.map((database) => database.command({ profile: level })));
  await profile(0);
  await Promise.all(
    databases.map((database) => database.dropCollection('system.profile').catch(() => false)),
  );
  await profile(2);
  await action();
  await profile(0);
  const counts = new Map<string, Record<string, number>>();
  for (const [index, sector] of sectors.entries()) {
    const entries = await databases[index]
      ?.collection('system.profile')
      .find({ op: { $in: ['query', 'command', 'getmore'] }, ns: { $not: /\.(\$cmd|system\.)/u } })
      .toArray();
    const own: Record<string, number> = {};
    for (const entry of entries ?? []) {
      const collection = String(entry['ns']).replace(/^[^.]*\./u, '');
      own[collection] = (own[collection] ?? 0) + 1;
    }
    counts.set(sector.folder, own);
  }
  await Promise.all(connections.map((connection) => connection.close()));
  return counts;
}

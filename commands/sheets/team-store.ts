import { type Environment, subgraphSettings } from '../../kernel/environment.ts';
import { findRunningDeployment } from '../../kernel/mongodb/data-folder.ts';
import { databaseUri } from '../../kernel/mongodb/database-uri.ts';
import { CodedError } from '../../kernel/errors.ts';
import type { Sector } from '../../kernel/sectors.ts';
import { openStore, type SectorStore } from '../../kernel/store/sector-store.ts';

/**
 * The team's database as its subgraph finds it: by its own address, MONGODB_URI, or where `npm start` runs MongoDB. Null
 * where none of these is; a command starts none.
 */
export async function openTeamStore(environment: Environment, sector: Sector): Promise<SectorStore | null> {
  const own = subgraphSettings(environment, sector.code).mongodbUri;
  const uri = own ?? (await findRunningDeployment(environment.dataDir))?.uri;
  return uri === undefined ? null : openStore(databaseUri(uri, sector.database));
}

export function noDatabase(sector: Sector): CodedError {
  return new CodedError(
    'MONGODB_NOT_FOUND',
    `The database of ${sector.folder} does not run: npm start runs it, or set ${sector.code}_MONGODB_URI.`,
  );
}

import { documentTexts } from '../document-text.ts';
import { readEnvironment, subgraphSettings, type Environment } from '../environment.ts';
import type { HttpServer } from '../http/create-http-server.ts';
import { createAuthenticator } from '../identity/authenticator.ts';
import { runUntilStopped } from '../lifecycle.ts';
import { loadRows, readSectorRows } from '../load/load-sector.ts';
import { createLog, type Log } from '../log.ts';
import { findRunningDeployment } from '../mongodb/data-folder.ts';
import { databaseUri } from '../mongodb/database-uri.ts';
import { openMongoDeployment, type MongoDeployment } from '../mongodb/deployment.ts';
import { prepareDatabase } from '../store/prepare-database.ts';
import { openStore, type SectorStore } from '../store/sector-store.ts';
import { createSubgraphServer } from './create-subgraph-server.ts';
import { settleRegularly } from './settle-regularly.ts';
import type { SubgraphModule } from './subgraph-module.ts';

/**
 * A subgraph as a process of its own: against its MONGODB_URI, else the mongod that `npm start` runs, else one that it
 * starts itself. It brings its database to its data files, then serves until it is told to stop.
 */
export async function runSubgraph(module: SubgraphModule): Promise<void> {
  const environment = readEnvironment();
  const log = createLog(module.sector.folder, environment);
  await runUntilStopped({
    log,
    graceMs: environment.shutdownGraceMs,
    start: () => startSubgraph(module, environment, log),
    stop: async ({ server, settling, store, deployment }) => {
      await server.stop();
      await settling.stop();
      await store.connection.close();
      await deployment?.stop();
    },
  });
}

interface RunningSubgraph {
  readonly server: HttpServer;
  readonly store: SectorStore;
  readonly settling: { stop(): Promise<void> };
  /** Only where this process started MongoDB itself. */
  readonly deployment: MongoDeployment | null;
}

async function startSubgraph(
  module: SubgraphModule,
  environment: Environment,
  log: Log,
): Promise<RunningSubgraph> {
  const { sector } = module;
  const authenticator = await createAuthenticator({ ...environment, log });
  const settings = subgraphSettings(environment, sector.code);
  const running = settings.mongodbUri ?? (await findRunningDeployment(environment.dataDir))?.uri ?? null;
  const deployment =
    running === null
      ? await openMongoDeployment({
          environment,
          dataDir: environment.dataDir,
          log: (line) => log.info(line),
        })
      : null;
  const uri = running ?? deployment?.uri;
  if (uri === undefined) throw new Error('there is no MongoDB');
  try {
    const store = await openStore(databaseUri(uri, sector.database), module.ownSchemas);
    await prepareDatabase(store);
    const texts = documentTexts(environment.documentsDir);
    const read = readSectorRows(sector, module.ownRows);
    const loaded = await loadRows(store, sector, read, texts);
    log.info({ loaded }, 'the data files are loaded');
    const port = settings.port ?? sector.port;
    const server = await createSubgraphServer({
      module,
      catalogue: read.catalogue,
      store,
      texts,
      authenticator,
      log,
      host: environment.host,
      port,
      requestTimeoutMs: environment.requestTimeoutMs,
      importTimeoutMs: environment.importTimeoutMs,
      introspection: environment.introspection,
    });
    const address = await server.start();
    log.info({ address: `${address}/graphql` }, `${sector.name.en} is ready`);
    const settling = settleRegularly({ store, texts }, log);
    return { server, store, settling, deployment };
  } catch (error) {
    await deployment?.stop();
    throw error;
  }
}

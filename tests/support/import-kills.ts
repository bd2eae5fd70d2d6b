import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readEnvironment } from '../../kernel/environment.ts';
import { loadSector } from '../../kernel/load/load-sector.ts';
import { databaseUri } from '../../kernel/mongodb/database-uri.ts';
import { openMongoDeployment } from '../../kernel/mongodb/deployment.ts';
import { readSector } from '../../kernel/sectors.ts';
import { prepareDatabase } from '../../kernel/store/prepare-database.ts';
import { openStore, type SectorStore } from '../../kernel/store/sector-store.ts';
import { visibilityOf, visibleFigures } from '../../kernel/store/visibility.ts';

/** What killing an import at many points did to its figures. */
export interface KillReport {
  readonly figures: number;
  /** Of the importing process, and of mongod. */
  readonly processKills: number;
  readonly databaseKills: number;
  /** Looks at the section after a kill that saw any part of the import. */
  readonly halfVisible: number;
  readonly lost: number;
  readonly doubled: number;
}
interface Options {
  readonly figures: number;
  readonly processKills: number;
  readonly databaseKills: number;
}

/**
 * Imports figures into a MongoDB of its own, kills -9 the importing process and mongod at points spread over the import,
 * each time looks at what a reader of drafts sees, and then lets the same import run to its end.
 */
export async function killImports({ figures, processKills, databaseKills }: Options): Promise<KillReport> {
  const dataDir = await mkdtemp(join(tmpdir(), 'giaoban-kills-'));
  const environment = { ...readEnvironment(), mongodbUri: null };
  const mongodb = await openMongoDeployment({ environment, dataDir, log: () => {} });
  const uri = databaseUri(mongodb.uri, 'giaoban_kills');
  try {
    const store = await openStore(uri);
    await prepareDatabase(store);
    await loadSector(store, readSector('telecom'));
    let halfVisible = 0;
    const look = async () => {
      const seen = await countVisible(store);
      if (seen !== 0) halfVisible += 1;
    };
    for (let kill = 0; kill < processKills; kill += 1) {
      await importUntil(uri, figures, pointOf(kill, processKills, figures), (pid) =>
        process.kill(pid, 'SIGKILL'),
      );
      await look();
    }
    for (let kill = 0; kill < databaseKills; kill += 1) {
      await importUntil(uri, figures, pointOf(kill, databaseKills, figures), async () => {
        process.kill(await mongodPid(dataDir), 'SIGKILL');
      });
      await untilAnswered(store);
      await look();
    }
    await importUntil(uri, figures, Infinity, () => {});
    const visible = await countVisible(store);
    const held = await store.observations.countDocuments({ edition: '2022-09' });
    await store.connection.close();
    return {
      figures,
      processKills,
      databaseKills,
      halfVisible,
      lost: Math.max(0, figures - visible),
      doubled: Math.max(0, held - figures),
    };
  } finally {
    await mongodb.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** How far the import is to have come at the kill: spread from its beginning to its end. */
function pointOf(kill: number, kills: number, figures: number): number {
  return Math.floor((figures * (kill + 0.5)) / kills);
}

/** Runs the import; once it has read as many figures as `point`, does `kill`. Ends when the process does. */
async function importUntil(
  uri: string,
  figures: number,
  point: number,
  kill: (pid: number) => unknown,
): Promise<void> {
  const child = fork(join(import.meta.dirname, 'import-process.ts'), [uri, String(figures)], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const state = { killed: false };
  child.on('message', ({ rows = 0 }: { readonly rows?: number }) => {
    if (state.killed || rows < point) return;
    state.killed = true;
    void kill(child.pid ?? 0);
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (point === Infinity && code !== 0) throw new Error(`the import that nobody killed ended with ${code}`);
  if (point !== Infinity && !state.killed)
    throw new Error(`the import ended before it could be killed at ${point}`);
}

async function mongodPid(dataDir: string): Promise<number> {
  const endpoint = JSON.parse(await readFile(join(dataDir, 'mongodb/endpoint.json'), 'utf8')) as {
    readonly mongod: { readonly pid: number };
  };
  return endpoint.mongod.pid;
}

/** What a reader who may see drafts sees of the section. */
async function countVisible(store: SectorStore): Promise<number> {
  const section = await store.sections.findById('2022-09').lean();
  if (section === null) return 0;
  return store.observations.countDocuments({
    $and: [{ edition: '2022-09' }, visibleFigures(visibilityOf([section], true))],
  });
}

async function untilAnswered(store: SectorStore): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1)
    try {
      await store.sections.findById('2022-09').lean();
      return;
    } catch {
      await pause(300);
    }
  throw new Error('mongod did not come back');
}

import type { QueryFilter } from 'mongoose';
import { neededKeys } from '../../kernel/auditor/checks-of.ts';
import type { Environment } from '../../kernel/environment.ts';
import { readSectorRows } from '../../kernel/load/load-sector.ts';
import type { Sector } from '../../kernel/sectors.ts';
import type { IndicatorRow, ObservationRow, TaskRow } from '../../kernel/store/rows.ts';
import type { SectorStore } from '../../kernel/store/sector-store.ts';
import { readLevel, visibleFigures, visibleRecords, type Visibility } from '../../kernel/store/visibility.ts';
import { buildLoaders } from '../../kernel/subgraph/loaders.ts';
import { noDatabase, openTeamStore } from '../sheets/team-store.ts';

export const recordSources = ['database', 'files'] as const;
export type RecordSource = (typeof recordSources)[number];

/** A sector's records, as far as a report needs them. */
export interface SectorRecords {
  readonly sector: Sector;
  readonly indicators: readonly IndicatorRow[];
  /** Those of the report's editions, and what is computed from about them: other vintages, periods and parts. */
  readonly observations: readonly ObservationRow[];
  readonly tasks: readonly TaskRow[];
}

export interface ReportRequest {
  readonly sectors: readonly Sector[];
  /** Null: the database where one runs, else the data files. */
  readonly from: RecordSource | null;
  /** Whether what is not published yet counts; only the database holds it. */
  readonly drafts: boolean;
  /** Whose figures are needed; of none, where the report is of tasks alone. */
  readonly editions: readonly string[];
}

export interface ReportRecords {
  readonly source: RecordSource;
  readonly drafts: boolean;
  readonly sectors: readonly SectorRecords[];
}

/** What the teams' data files hold. */
export function recordsOfFiles(sectors: readonly Sector[]): readonly SectorRecords[] {
  return sectors.map((sector) => ({ sector, ...readSectorRows(sector).rows }));
}

/**
 * Reads what a report is of, from the teams' databases or their data files.
 * @throws CodedError MONGODB_NOT_FOUND where the database is asked for, and none runs.
 */
export async function readReportRecords(
  environment: Environment,
  { sectors, from, drafts, editions }: ReportRequest,
): Promise<ReportRecords> {
  const stores = from === 'files' ? [] : await openStores(environment, sectors);
  try {
    if (stores.length === sectors.length)
      return {
        source: 'database',
        drafts,
        sectors: await Promise.all(
          stores.map(({ sector, store }) => recordsOfStore(sector, store, editions, drafts)),
        ),
      };
    const [missing] = sectors.filter((sector) => !stores.some((opened) => opened.sector === sector));
    if (missing !== undefined && (from === 'database' || drafts)) throw noDatabase(missing);
    return { source: 'files', drafts: false, sectors: recordsOfFiles(sectors) };
  } finally {
    await Promise.all(stores.map(({ store }) => store.connection.close()));
  }
}

interface OpenedStore {
  readonly sector: Sector;
  readonly store: SectorStore;
}

/** Of those sectors whose database has an address; all that were opened are closed again where one cannot be. */
async function openStores(
  environment: Environment,
  sectors: readonly Sector[],
): Promise<readonly OpenedStore[]> {
  const opening = await Promise.allSettled(
    sectors.map(async (sector) => ({ sector, store: await openTeamStore(environment, sector) })),
  );
  const opened = opening.flatMap((outcome) => {
    if (outcome.status === 'rejected' || outcome.value.store === null) return [];
    return [{ sector: outcome.value.sector, store: outcome.value.store }];
  });
  const failed = opening.find(({ status }) => status === 'rejected');
  if (failed?.status !== 'rejected') return opened;
  await Promise.all(opened.map(({ store }) => store.connection.close()));
  throw failed.reason;
}

async function recordsOfStore(
  sector: Sector,
  store: SectorStore,
  editions: readonly string[],
  drafts: boolean,
): Promise<SectorRecords> {
  const loaders = buildLoaders(store, { drafts });
  const [catalogue, visibility] = await Promise.all([loaders.catalogue(), loaders.visibility()]);
  if (catalogue.size === 0)
    throw new Error(
      `the database of ${sector.folder} holds no catalogue: npm start loads it, and --from files needs none`,
    );
  const tasks = await store.tasks
    .find(visibleRecords(visibility) as QueryFilter<TaskRow>)
    .readConcern(readLevel(visibility))
    .lean<TaskRow[]>();
  const read = (field: 'edition' | 'seriesKey' | 'vintageKey', keys: readonly string[]) =>
    figuresBy(store, field, keys, visibility);
  const reported = await read('edition', editions);
  const [series, needed] = await Promise.all([
    read('seriesKey', [...new Set(reported.map(({ seriesKey }) => seriesKey))]),
    read('vintageKey', neededKeys(reported, catalogue)),
  ]);
  const observations = new Map([...reported, ...series, ...needed].map((row) => [row._id, row]));
  return { sector, indicators: [...catalogue.values()], observations: [...observations.values()], tasks };
}

/** So many keys go in one command. */
const KEYS_AT_ONCE = 1000;

async function figuresBy(
  store: SectorStore,
  field: 'edition' | 'seriesKey' | 'vintageKey',
  keys: readonly string[],
  visibility: Visibility,
): Promise<readonly ObservationRow[]> {
  const found: ObservationRow[][] = [];
  for (let at = 0; at < keys.length; at += KEYS_AT_ONCE) {
    const condition = { [field]: { $in: keys.slice(at, at + KEYS_AT_ONCE) } };
    found.push(
      await store.observations
        .find({ $and: [condition, visibleFigures(visibility)] } as QueryFilter<ObservationRow>)
        .readConcern(readLevel(visibility))
        .lean<ObservationRow[]>(),
    );
  }
  return found.flat();
}

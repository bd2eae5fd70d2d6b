import type { ClientSession, Model } from 'mongoose';
import { checkCodes } from '../data-files/check-codes.ts';
import { documentTexts, type DocumentTexts } from '../document-text.ts';
import { readSectorData, type DocumentData } from '../data-files/read-sector-data.ts';
import { Faults } from '../data-files/read-yaml.ts';
import { entriesFromRows } from '../search/entries-from-rows.ts';
import type { Sector } from '../sectors.ts';
import type { SectionRow } from '../store/rows.ts';
import type { SectorStore } from '../store/sector-store.ts';
import { digested, refuseDoubles, rowsFromData, type SectorRows } from './rows-from-data.ts';

/** What a load did to one collection. */
export interface LoadCount {
  readonly inserted: number;
  readonly changed: number;
  readonly removed: number;
  readonly left: number;
}
export type LoadReport = Readonly<Record<string, LoadCount>>;

interface StoredRow {
  readonly _id: string;
  readonly digest: string;
}
/** Rows of a team's own collections, by the model's name. */
export type OwnRows = (
  documents: readonly DocumentData[],
  faults: Faults,
) => Readonly<Record<string, readonly StoredRow[]>>;

/**
 * Reads the team's data files and checks them whole; throws DATA_FILE_INVALID with every fault, before anything is
 * written.
 */
export function readSectorRows(
  sector: Sector,
  ownRows?: OwnRows,
): { rows: SectorRows; own: ReturnType<OwnRows> } {
  const faults = new Faults();
  const data = readSectorData(sector, faults);
  checkCodes(data, faults);
  faults.throwIfAny();
  const rows = rowsFromData(data, faults);
  const own = ownRows?.(data.documents, faults) ?? {};
  refuseDoubles(own, faults);
  faults.throwIfAny();
  return { rows, own };
}

/**
 * Brings the sector's database to what its data files say, in one transaction: a reader sees all of it or none, and a
 * load that is cut off leaves nothing. Ids are deterministic and rows carry digests, so a second load changes nothing.
 * @param texts where they are at hand, search also finds records by the words of their source.
 */
export async function loadSector(
  store: SectorStore,
  sector: Sector,
  ownRows?: OwnRows,
  texts: Pick<DocumentTexts, 'sentence'> = documentTexts(null),
): Promise<LoadReport> {
  const { rows, own } = readSectorRows(sector, ownRows);
  const { sections, ...collections } = rows;
  const searchEntries = entriesFromRows(rows, texts);
  return store.connection.transaction(async (session) => {
    const report: Record<string, LoadCount> = {};
    for (const [name, wanted] of Object.entries(collections))
      report[name] = await bringTo(asStored(store[name as keyof typeof collections]), wanted, session);
    for (const [name, wanted] of Object.entries(own)) {
      const model = store.own[name];
      if (model === undefined) throw new Error(`${sector.folder} has no collection ${name}`);
      report[model.collection.collectionName] = await bringTo(asStored(model), wanted, session);
    }
    const changed = Object.values(report).some((count) => count.inserted + count.changed + count.removed > 0);
    // Made of the rows above: a change of what search knows of them is none of the section's content.
    report['search_entries'] = await bringTo(asStored(store.searchEntries), searchEntries, session);
    report['sections'] = await bringTo(
      asStored(store.sections),
      await withVersions(store.sections, sections, changed, session),
      session,
    );
    return report;
  });
}

/** A load needs no more of any collection than that its rows have ids and digests. */
function asStored(model: unknown): Model<StoredRow> {
  return model as Model<StoredRow>;
}

async function bringTo(
  model: Model<StoredRow>,
  wanted: readonly StoredRow[],
  session: ClientSession,
): Promise<LoadCount> {
  const stored = await model.find({}, { digest: 1 }).session(session).lean<StoredRow[]>();
  const digests = new Map(stored.map(({ _id, digest }) => [_id, digest]));
  const ids = new Set(wanted.map(({ _id }) => _id));
  const removed = stored.filter(({ _id }) => !ids.has(_id)).map(({ _id }) => _id);
  const inserted = wanted.filter(({ _id }) => !digests.has(_id));
  const changed = wanted.filter(({ _id, digest }) => digests.has(_id) && digests.get(_id) !== digest);
  if (removed.length > 0) await model.deleteMany({ _id: { $in: removed } }, { session });
  if (inserted.length > 0) await model.insertMany([...inserted], { session });
  if (changed.length > 0)
    await model.bulkWrite(
      changed.map((row) => ({ replaceOne: { filter: { _id: row._id }, replacement: row } })),
      { session },
    );
  return {
    inserted: inserted.length,
    changed: changed.length,
    removed: removed.length,
    left: wanted.length - inserted.length - changed.length,
  };
}

/** A load that changes anything counts every section it republishes one version on; one that does not, leaves them. */
async function withVersions(
  model: Model<SectionRow>,
  wanted: readonly SectionRow[],
  changed: boolean,
  session: ClientSession,
): Promise<readonly SectionRow[]> {
  const stored = await model.find({}).session(session).lean<SectionRow[]>();
  const versions = new Map(stored.map(({ _id, version }) => [_id, version]));
  return wanted.map(({ digest: _, ...section }) => {
    const before = versions.get(section._id);
    return digested({ ...section, version: before === undefined ? 1 : before + (changed ? 1 : 0) });
  });
}

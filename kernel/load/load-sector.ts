import type { Model } from 'mongoose';
import { checkCodes } from '../data-files/check-codes.ts';
import { documentTexts, type DocumentTexts } from '../document-text.ts';
import { readSectorData, type Catalogue, type DocumentData } from '../data-files/read-sector-data.ts';
import { Faults } from '../data-files/read-yaml.ts';
import { documents } from '../registers/documents.ts';
import { entriesFromRows } from '../search/entries-from-rows.ts';
import { entriesOfDocuments } from '../search/entries-of-documents.ts';
import type { Sector } from '../sectors.ts';
import type { ObservationRow, TaskRow } from '../store/rows.ts';
import type { SectorStore } from '../store/sector-store.ts';
import { taskState } from '../task-state.ts';
import { bringRecords, type LoadCount, type StoredRow } from './bring-records.ts';
import { bringSections } from './bring-sections.ts';
import { refuseDoubles, rowsFromData, type SectorRows } from './rows-from-data.ts';

export type LoadReport = Readonly<Record<string, LoadCount>>;

/** Rows of a team's own collections, by the model's name. */
export type OwnRows = (
  documents: readonly DocumentData[],
  faults: Faults,
) => Readonly<Record<string, readonly StoredRow[]>>;

/** A team's data files, read and checked. */
export interface ReadSector {
  readonly rows: SectorRows;
  readonly own: ReturnType<OwnRows>;
  readonly catalogue: Catalogue;
}

/**
 * Reads the team's data files and checks them whole; throws DATA_FILE_INVALID with every fault, before anything is
 * written.
 */
export function readSectorRows(sector: Sector, ownRows?: OwnRows): ReadSector {
  const faults = new Faults();
  const data = readSectorData(sector, faults);
  checkCodes(data, faults);
  faults.throwIfAny();
  const rows = rowsFromData(data, faults);
  const own = ownRows?.(data.documents, faults) ?? {};
  refuseDoubles(own, faults);
  faults.throwIfAny();
  return { rows, own, catalogue: data.catalogue };
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
  return loadRows(store, sector, readSectorRows(sector, ownRows), texts);
}

/** The same, of data files that were read already. */
export async function loadRows(
  store: SectorStore,
  sector: Sector,
  { rows, own: ownRecords }: ReadSector,
  texts: Pick<DocumentTexts, 'sentence'>,
): Promise<LoadReport> {
  const { published, ...records } = rows;
  const entries = [
    ...entriesFromRows(records, texts),
    ...(sector.kind === 'OFFICE' ? entriesOfDocuments(documents) : []),
  ];
  const own = { origin: 'DATA_FILE' };
  return store.connection.transaction(async (session) => {
    const report: Record<string, LoadCount> = {
      indicators: await bringRecords(store.indicators, records.indicators, { session }),
      observations: await bringRecords(store.observations, records.observations, {
        session,
        own,
        keeping: keepCorrections,
      }),
      targets: await bringRecords(store.targets, records.targets, { session, own }),
      tasks: await bringRecords(store.tasks, records.tasks, { session, own, keeping: keepNotes }),
      highlights: await bringRecords(store.highlights, records.highlights, { session, own }),
    };
    for (const [name, wanted] of Object.entries(ownRecords)) {
      const model = store.own[name];
      if (model === undefined) throw new Error(`${sector.folder} has no collection ${name}`);
      report[model.collection.collectionName] = await bringRecords(
        model as unknown as Model<StoredRow>,
        wanted,
        { session },
      );
    }
    const changed = Object.values(report).some((count) => count.inserted + count.changed + count.removed > 0);
    // Made of the rows above: a change of what search knows of them is none of the section's content.
    report['search_entries'] = await bringRecords(store.searchEntries, entries, { session, own });
    report['sections'] = await bringSections(store.sections, published, changed, session);
    return report;
  });
}

/** A figure that was corrected stays so: its correction is a row of its own, which the team has made. */
function keepCorrections(wanted: ObservationRow, { supersededFrom }: ObservationRow): ObservationRow {
  return { ...wanted, supersededFrom };
}

/** What a team noted of a task stays, and still says how it stands. */
function keepNotes(wanted: TaskRow, stored: TaskRow): TaskRow {
  const noted = stored.progress.filter(({ madeBy }) => madeBy !== null);
  if (noted.length === 0) return wanted;
  const progress = [...wanted.progress, ...noted].sort((a, b) => a.notedOn.localeCompare(b.notedOn));
  return { ...wanted, progress, ...taskState(wanted, progress) };
}

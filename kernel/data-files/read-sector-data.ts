import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { documents, findDocument, type DocumentEntry } from '../registers/documents.ts';
import { commonUnits } from '../registers/units.ts';
import type { Sector } from '../sectors.ts';
import {
  catalogueFormat,
  exclusionFormat,
  highlightFormat,
  observationFormat,
  targetFormat,
  taskFormat,
  type ExclusionRecord,
  type HighlightRecord,
  type IndicatorRecord,
  type ObservationRecord,
  type ScopeRecord,
  type TargetRecord,
  type TaskRecord,
  type UnitRecord,
} from './formats.ts';
import { Faults, readObject, readRecords, type Placed } from './read-yaml.ts';

export interface Catalogue {
  readonly units: ReadonlyMap<string, UnitRecord>;
  readonly scopes: ReadonlyMap<string, ScopeRecord>;
  readonly indicators: ReadonlyMap<string, IndicatorRecord>;
}
/** What one document says of the sector. */
export interface DocumentData {
  readonly document: DocumentEntry;
  /** The folder of its files, for what only this team has. */
  readonly folder: string;
  readonly observations: readonly Placed<ObservationRecord>[];
  readonly targets: readonly Placed<TargetRecord>[];
  readonly tasks: readonly Placed<TaskRecord>[];
  readonly highlights: readonly Placed<HighlightRecord>[];
  readonly exclusions: readonly Placed<ExclusionRecord>[];
}
export interface SectorData {
  readonly sector: Sector;
  readonly catalogue: Catalogue;
  readonly documents: readonly DocumentData[];
}

/** Reads a team's data files. What breaks the format goes to `faults`; what is read is whole. */
export function readSectorData(sector: Sector, faults: Faults): SectorData {
  const folder = join(sector.path, 'data');
  return {
    sector,
    catalogue: readCatalogue(join(folder, 'indicators.yml'), faults),
    documents: documentFolders(folder, faults).map((document) => {
      const path = join(folder, document.id);
      return {
        document,
        folder: path,
        observations: readRecords(join(path, 'observations.yml'), observationFormat, faults),
        targets: readRecords(join(path, 'targets.yml'), targetFormat, faults),
        tasks: readRecords(join(path, 'tasks.yml'), taskFormat, faults),
        highlights: readRecords(join(path, 'highlights.yml'), highlightFormat, faults),
        exclusions: readRecords(join(path, 'excluded.yml'), exclusionFormat, faults),
      };
    }),
  };
}

function readCatalogue(path: string, faults: Faults): Catalogue {
  const read = readObject(path, catalogueFormat, faults)?.record;
  const at = path;
  const byCode = <T extends { readonly code: string }>(entries: readonly T[]) => {
    const map = new Map<string, T>();
    for (const entry of entries) {
      if (map.has(entry.code)) faults.add(at, `${entry.code} stands twice`);
      map.set(entry.code, entry);
    }
    return map;
  };
  return {
    units: byCode([...commonUnits, ...(read?.units ?? [])]),
    scopes: byCode(read?.scopes ?? []),
    indicators: byCode(read?.indicators ?? []),
  };
}

/** The folders of the team that belong to registered documents, oldest document first. */
function documentFolders(folder: string, faults: Faults): readonly DocumentEntry[] {
  if (!existsSync(folder)) return [];
  const folders = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  for (const name of folders)
    if (findDocument(name) === undefined)
      faults.add(join(folder, name), 'is named for no document of the register');
  return documents.filter((document) => folders.includes(document.id));
}

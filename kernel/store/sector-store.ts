import type { Connection, Model, Schema } from 'mongoose';
import { openConnection } from '../mongodb/open-connection.ts';
import { searchEntrySchema, type SearchEntryRow } from '../search/search-entry.ts';
import type {
  AuditEntryRow,
  HighlightRow,
  ImportRow,
  IndicatorRow,
  ObservationRow,
  SectionRow,
  TargetRow,
  TaskRow,
} from './rows.ts';
import {
  auditEntrySchema,
  highlightSchema,
  importSchema,
  indicatorSchema,
  observationSchema,
  sectionSchema,
  targetSchema,
  taskSchema,
} from './schemas.ts';

/** A sector's collections over one connection to its own database. */
export interface SectorStore {
  readonly connection: Connection;
  readonly indicators: Model<IndicatorRow>;
  readonly observations: Model<ObservationRow>;
  readonly tasks: Model<TaskRow>;
  readonly highlights: Model<HighlightRow>;
  readonly targets: Model<TargetRow>;
  readonly sections: Model<SectionRow>;
  readonly searchEntries: Model<SearchEntryRow>;
  readonly imports: Model<ImportRow>;
  /** Who changed what: only ever added to (audit-trail.ts). */
  readonly auditTrail: Model<AuditEntryRow>;
  /** Collections that only this team has, by the model's name. */
  readonly own: Readonly<Record<string, Model<unknown>>>;
}

/** A team's own collections: the model's name, and its schema. */
export type OwnSchemas = Readonly<Record<string, Schema>>;

/** Reads give up after this many milliseconds, so that a slow query cannot hold a connection. */
export const READ_TIME_MS = 4000;

/** Opens a pool to the sector's database. */
export async function openStore(uri: string, ownSchemas: OwnSchemas = {}): Promise<SectorStore> {
  return storeOn(await openConnection(uri, { maxPoolSize: 20, monitorCommands: true }), ownSchemas);
}

export function storeOn(connection: Connection, ownSchemas: OwnSchemas = {}): SectorStore {
  return {
    connection,
    indicators: connection.model<IndicatorRow>('Indicator', indicatorSchema),
    observations: connection.model<ObservationRow>('Observation', observationSchema),
    tasks: connection.model<TaskRow>('Task', taskSchema),
    highlights: connection.model<HighlightRow>('Highlight', highlightSchema),
    targets: connection.model<TargetRow>('Target', targetSchema),
    sections: connection.model<SectionRow>('Section', sectionSchema),
    searchEntries: connection.model<SearchEntryRow>('SearchEntry', searchEntrySchema),
    imports: connection.model<ImportRow>('Import', importSchema),
    auditTrail: connection.model<AuditEntryRow>('AuditEntry', auditEntrySchema),
    own: Object.fromEntries(
      Object.entries(ownSchemas).map(([name, schema]) => [name, connection.model<unknown>(name, schema)]),
    ),
  };
}

/** All models of the store. */
export function modelsOf(store: SectorStore): readonly Model<unknown>[] {
  return Object.values(store.connection.models);
}

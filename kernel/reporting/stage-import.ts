import type { Sector } from '../sectors.ts';
import type { SectorStore } from '../store/sector-store.ts';
import type { ReportedFigure } from './reported-figure.ts';

export interface ImportRequest {
  readonly store: SectorStore;
  readonly sector: Sector;
  /** The briefing that the figures are reported in. */
  readonly edition: string;
  /** Who imports, for the audit trail. */
  readonly by: string;
  /** Checked figures (check-figure.ts), no key twice. */
  readonly figures: AsyncIterable<ReportedFigure>;
  /** Of the file's bytes: a repeat of a cut-off import goes on where that one ended. */
  readonly fileDigest: string;
  readonly onProgress?: (rows: number) => void;
  readonly signal?: AbortSignal;
}
export interface ImportReport {
  readonly read: number;
  readonly inserted: number;
  readonly changed: number;
  /** Those that the draft held already, the same. */
  readonly left: number;
  /** The section's version now. */
  readonly version: number;
}

/** Brings figures of any number into the draft of a section: all or none. */
export type StageImport = (request: ImportRequest) => Promise<ImportReport>;

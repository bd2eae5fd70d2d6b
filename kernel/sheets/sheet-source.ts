import type { SheetRow } from './cell.ts';
import type { Declaration } from './declaration.ts';

/** Rows in the order of the file, some hundreds at a time: one at a time would cost more than reading them. */
export type RowBatches = AsyncIterable<readonly SheetRow[]>;

/** An open file of figures, whichever its kind. */
export interface SheetSource {
  readonly kind: 'CSV' | 'XLSX';
  readonly declared: Declaration;
  /**
   * Reads the rows from the beginning; may be asked for several times. Refuses (UPLOAD_…) what is damaged or beyond the
   * limits.
   * @param onBytes how many bytes of the file have been read, of `size`.
   */
  rows(onBytes?: (read: number) => void): RowBatches;
  readonly size: number;
  close(): Promise<void>;
}

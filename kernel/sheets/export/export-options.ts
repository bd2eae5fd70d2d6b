import type { Sector } from '../../sectors.ts';
import { SHEET_FORMAT } from '../declaration.ts';
import type { NumberFormat } from '../number-format.ts';

export interface ExportOptions {
  readonly sector: Sector;
  /** Null where the file holds all of them; it then declares none. */
  readonly edition: string | null;
  readonly numbers: NumberFormat;
}

/** What the file declares of itself, so that it can be imported as it is. */
export function exportDeclaration({
  sector,
  edition,
  numbers,
}: ExportOptions): Readonly<Record<string, string | null>> {
  return { format: SHEET_FORMAT, sector: sector.folder, edition, numbers };
}

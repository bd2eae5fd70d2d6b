import { open } from 'node:fs/promises';
import { CodedError } from '../errors.ts';
import type { Delimiter } from './csv/csv-head.ts';
import { openCsv } from './csv/open-csv.ts';
import type { ImportLimits } from './import-limits.ts';
import type { SheetSource } from './sheet-source.ts';
import { openXlsx } from './xlsx/open-xlsx.ts';

export type SheetKind = SheetSource['kind'];

/**
 * Opens a file of figures by what it is, whatever its name says: a workbook is a ZIP archive.
 * @param expected what the sender says that it is; another kind is refused.
 */
export async function openSheet(
  path: string,
  limits: ImportLimits,
  { delimiter = null, expected = null }: { delimiter?: Delimiter | null; expected?: SheetKind | null } = {},
): Promise<SheetSource> {
  const kind = await kindOf(path);
  if (expected !== null && expected !== kind)
    throw new CodedError(
      'UPLOAD_UNREADABLE',
      `The file is sent as ${expected}, but what is in it is ${kind === 'XLSX' ? 'a ZIP archive' : 'no ZIP archive'}.`,
    );
  return kind === 'XLSX' ? openXlsx(path, limits) : openCsv(path, limits, delimiter);
}

async function kindOf(path: string): Promise<SheetKind> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
    const start = buffer.subarray(0, bytesRead).toString('hex');
    if (start.startsWith('504b0304')) return 'XLSX';
    if (start.startsWith('504b'))
      throw new CodedError('UPLOAD_UNREADABLE', 'The workbook is empty or damaged.');
    // The container of .xls, and of workbooks with a password.
    if (start === 'd0cf11e0a1b11ae1')
      throw new CodedError(
        'UPLOAD_UNREADABLE',
        'The file is an old .xls workbook, or one with a password. Save it as .xlsx without a password.',
      );
    return 'CSV';
  } finally {
    await file.close();
  }
}

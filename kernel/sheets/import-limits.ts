import { CodedError, type ErrorCode } from '../errors.ts';

/** What is taken of a file at most. Whatever is beyond is refused before it is held in memory. */
export interface ImportLimits {
  /** Of the file as it is sent. */
  readonly bytes: number;
  /** Of all that is unpacked from a workbook. */
  readonly inflatedBytes: number;
  /** Rows with anything in them. */
  readonly rows: number;
  readonly columns: number;
  /** Cells with anything in them. */
  readonly cells: number;
  /** UTF-16 units of one cell. */
  readonly textLength: number;
  /** UTF-16 units of all different texts of a workbook together, which have to be held while it is read. */
  readonly sharedText: number;
}

const MIB = 1024 * 1024;

/** Rows and length are Excel's own; 200 columns are ten times what an export has. */
export const importLimits: ImportLimits = {
  bytes: 128 * MIB,
  inflatedBytes: 1024 * MIB,
  rows: 1_048_576,
  columns: 200,
  cells: 25_000_000,
  textLength: 32_767,
  sharedText: 16 * MIB,
};

const codes: Readonly<Record<keyof ImportLimits, ErrorCode>> = {
  bytes: 'UPLOAD_TOO_LARGE',
  inflatedBytes: 'UPLOAD_INFLATES_TOO_FAR',
  rows: 'UPLOAD_TOO_MANY_ROWS',
  columns: 'UPLOAD_TOO_MANY_COLUMNS',
  cells: 'UPLOAD_TOO_MANY_CELLS',
  textLength: 'UPLOAD_TEXT_TOO_LONG',
  sharedText: 'UPLOAD_TEXT_TOO_LONG',
};
const nouns: Readonly<Record<keyof ImportLimits, string>> = {
  bytes: 'the file has more than {n} bytes',
  inflatedBytes: 'the workbook unpacks to more than {n} bytes',
  rows: 'the file has more than {n} rows',
  columns: 'a row has more than {n} columns',
  cells: 'the file has more than {n} cells',
  textLength: 'a cell has more than {n} characters',
  sharedText: "the workbook's texts have more than {n} characters together",
};

/** @param row where it is known, from 1. */
export function beyondLimit(what: keyof ImportLimits, limits: ImportLimits, row?: number): CodedError {
  const limit = limits[what];
  const message = nouns[what].replace('{n}', limit.toLocaleString('en'));
  const place = row === undefined ? '' : ` (row ${row})`;
  return new CodedError(codes[what], `The import is refused: ${message}${place}.`, {
    limit,
    ...(row !== undefined && { row }),
  });
}

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { CodedError } from '../../errors.ts';
import type { Cell, SheetRow } from '../cell.ts';
import { unescapeFormula } from '../formula-escape.ts';
import { beyondLimit, type ImportLimits } from '../import-limits.ts';
import type { SheetSource } from '../sheet-source.ts';
import { checkUtf8 } from './check-utf8.ts';
import { readCsvHead, type Delimiter } from './csv-head.ts';

const BATCH = 256;
/** Small, for what one piece holds is parsed at one go, and nothing else of the process runs meanwhile. */
const PIECE_BYTES = 16_384;

/**
 * Opens a CSV file (RFC 4180): UTF-8 with or without byte order mark, commas or semicolons, lines ended in any way. Rows
 * are numbered as a spreadsheet that opens the file numbers them: a cell with line breaks is one row.
 */
export async function openCsv(
  path: string,
  limits: ImportLimits,
  delimiter: Delimiter | null = null,
): Promise<SheetSource> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size > limits.bytes) throw beyondLimit('bytes', limits);
    const head = await readCsvHead(file, delimiter);
    return {
      kind: 'CSV',
      declared: head.declared,
      size,
      rows: (onBytes) => csvRows(path, head.delimiter, limits, onBytes),
      close: async () => {},
    };
  } finally {
    await file.close();
  }
}

async function* csvRows(
  path: string,
  delimiter: Delimiter,
  limits: ImportLimits,
  onBytes?: (read: number) => void,
): AsyncGenerator<readonly SheetRow[]> {
  const input = createReadStream(path, { highWaterMark: PIECE_BYTES });
  const parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    skip_empty_lines: false,
    // Of a record, not of a cell: every column at its longest would be more than is held.
    max_record_size: limits.textLength * 8,
  });
  const bytes = Readable.from(checkUtf8(input), { objectMode: false });
  bytes.on('error', (error) => parser.destroy(error));
  bytes.pipe(parser);
  const count = { row: 0, filled: 0, cells: 0 };
  let batch: SheetRow[] = [];
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      const row = sheetRow(record, count, limits);
      if (row !== null) batch.push(row);
      if (batch.length < BATCH) continue;
      onBytes?.(input.bytesRead);
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  } catch (error) {
    throw error instanceof CsvError ? csvFault(error, count.row + 1, limits) : error;
  } finally {
    parser.destroy();
    bytes.destroy();
    input.destroy();
  }
}

/** Null for an empty row, which only counts. */
function sheetRow(
  record: readonly string[],
  count: { row: number; filled: number; cells: number },
  limits: ImportLimits,
): SheetRow | null {
  count.row += 1;
  if (record.length > limits.columns) throw beyondLimit('columns', limits, count.row);
  const cellsBefore = count.cells;
  const cells = record.map((raw): Cell | undefined => {
    if (raw.length > limits.textLength) throw beyondLimit('textLength', limits, count.row);
    if (raw === '' || raw.trim() === '') return undefined;
    count.cells += 1;
    return { kind: 'TEXT', text: unescapeFormula(raw) };
  });
  if (count.cells === cellsBefore) return null;
  count.filled += 1;
  if (count.filled > limits.rows) throw beyondLimit('rows', limits, count.row);
  if (count.cells > limits.cells) throw beyondLimit('cells', limits, count.row);
  return { number: count.row, cells };
}

function csvFault(error: CsvError, row: number, limits: ImportLimits): CodedError {
  if (error.code === 'CSV_MAX_RECORD_SIZE') return beyondLimit('textLength', limits, row);
  return new CodedError(
    'UPLOAD_UNREADABLE',
    `Row ${row} of the CSV file is broken: a quote is opened and not closed, or stands inside a cell that has none. Write quotes inside a cell twice.`,
    { row },
  );
}

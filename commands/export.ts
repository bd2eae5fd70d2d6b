/**
 * npm run export -- telecom --format csv|xlsx|json [--edition 2022-09] [--out FILE] [--numbers vi|international] [--drafts] —
 * a sector's figures from its database, with citations, vintages and statuses, as a file that can be imported as it is; to
 * the standard output where no file is named. Exits 2 where the command is not understood or cannot be done.
 */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable, type Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { readEnvironment } from '../kernel/environment.ts';
import { CodedError } from '../kernel/errors.ts';
import { csvLines } from '../kernel/sheets/export/csv-lines.ts';
import { exportedDetails, exportedFigure } from '../kernel/sheets/export/exported-figure.ts';
import { jsonPieces } from '../kernel/sheets/export/json-pieces.ts';
import type { ExportOptions } from '../kernel/sheets/export/export-options.ts';
import { rowsOfStore, type RowToExport } from '../kernel/sheets/export/rows-of-store.ts';
import { writeWorkbook } from '../kernel/sheets/export/write-workbook.ts';
import { isNumberFormat } from '../kernel/sheets/number-format.ts';
import { parseTimePeriod } from '../kernel/time-period/parse.ts';
import { namedSector } from './sheets/named-sector.ts';
import { noDatabase, openTeamStore } from './sheets/team-store.ts';

const formats = ['csv', 'xlsx', 'json'] as const;
type Format = (typeof formats)[number];

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'csv' },
      edition: { type: 'string' },
      out: { type: 'string' },
      numbers: { type: 'string', default: 'international' },
      drafts: { type: 'boolean', default: false },
    },
  });
  const [folder, ...rest] = positionals;
  if (rest.length > 0) throw new Error('name one sector, as in: npm run export -- telecom --format csv');
  const sector = namedSector(folder);
  const format = formats.find((one) => one === values.format);
  if (format === undefined) throw new Error(`--format must be one of ${formats.join(', ')}`);
  if (!isNumberFormat(values.numbers)) throw new Error('--numbers must be vi or international');
  if (format === 'xlsx' && values.out === undefined && process.stdout.isTTY)
    throw new Error('name a file for the workbook: --out telecom.xlsx');
  const edition = values.edition === undefined ? null : parseTimePeriod(values.edition).id;
  const store = await openTeamStore(readEnvironment(), sector);
  if (store === null) throw noDatabase(sector);
  try {
    const counted = { rows: 0 };
    const rows = counting(rowsOfStore(store, edition, values.drafts), counted);
    const options = { sector, edition, numbers: values.numbers };
    if (values.out === undefined) await write(process.stdout, format, rows, options);
    else await writeFile(values.out, format, rows, options);
    console.error(`${counted.rows} figures of ${sector.folder}${edition === null ? '' : `, ${edition}`}.`);
  } finally {
    await store.connection.close();
  }
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(error instanceof CodedError ? error.message : `export: ${error.message}`);
  process.exitCode = 2;
}

/** Under another name until it is whole: an export that is cut off leaves no half file in the place of a good one. */
async function writeFile(
  path: string,
  format: Format,
  rows: AsyncIterable<RowToExport>,
  options: ExportOptions,
): Promise<void> {
  const part = `${path}.part`;
  try {
    const file = createWriteStream(part);
    await write(file, format, rows, options);
    file.end();
    await finished(file);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function write(
  to: Writable,
  format: Format,
  rows: AsyncIterable<RowToExport>,
  options: ExportOptions,
): Promise<void> {
  switch (format) {
    case 'csv':
      return pipeline(Readable.from(csvLines(figuresOf(rows), options)), to, { end: false });
    case 'json':
      return pipeline(Readable.from(jsonPieces(detailed(rows), options)), to, { end: false });
    case 'xlsx':
      return writeWorkbook(to, figuresOf(rows), options);
  }
}

async function* figuresOf(rows: AsyncIterable<RowToExport>) {
  for await (const { row, indicator, published } of rows) yield exportedFigure(row, indicator, published);
}

async function* detailed(rows: AsyncIterable<RowToExport>) {
  for await (const { row, indicator, published } of rows)
    yield { ...exportedFigure(row, indicator, published), ...exportedDetails(row) };
}

async function* counting(rows: AsyncIterable<RowToExport>, counted: { rows: number }) {
  for await (const row of rows) {
    counted.rows += 1;
    yield row;
  }
}

import type { Writable } from 'node:stream';
import exceljs from 'exceljs';
import { columnTitles } from '../columns.ts';
import { fitsNumberCell } from '../number-cell.ts';
import { DECLARATION_SHEET } from '../xlsx/open-xlsx.ts';
import { encodeEscapes } from '../xlsx/text-escapes.ts';
import { type ExportedFigure, exportOrder, numberColumns } from './exported-figure.ts';
import { exportDeclaration, type ExportOptions } from './export-options.ts';

const FIGURES = 'Số liệu';
/** Rows that are put together before the writer is waited for. */
const BREATH = 500;

/**
 * Writes a workbook row by row. A number is a number cell where that holds all of its digits, else a text of them; a text
 * is a text cell, which no spreadsheet runs.
 */
export async function writeWorkbook(
  stream: Writable,
  figures: AsyncIterable<ExportedFigure> | Iterable<ExportedFigure>,
  options: ExportOptions,
): Promise<void> {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    stream,
    useSharedStrings: false,
    useStyles: true,
  });
  const sheet = workbook.addWorksheet(FIGURES, { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] });
  sheet.columns = exportOrder.map((key) => ({
    key,
    width: key === 'indicator' || key === 'name' || key === 'id' ? 44 : 16,
    ...(!numberColumns.has(key) && { style: { numFmt: '@' } }),
  }));
  const header = sheet.addRow(exportOrder.map((key) => columnTitles[key].vi));
  header.font = { bold: true };
  header.commit();
  let rows = 0;
  for await (const figure of figures) {
    sheet.addRow(exportOrder.map((column) => cellValue(column, figure[column]))).commit();
    rows += 1;
    if (rows % BREATH === 0) await drained(stream);
  }
  sheet.commit();
  const declaration = workbook.addWorksheet(DECLARATION_SHEET, { state: 'veryHidden' });
  const declared: Readonly<Record<string, string | null>> = {
    ...exportDeclaration({ ...options, numbers: 'international' }),
    sheet: FIGURES,
  };
  for (const [name, text] of Object.entries(declared))
    if (text !== null) declaration.addRow([name, text]).commit();
  declaration.commit();
  await workbook.commit();
}

function cellValue(column: string, text: string | null): string | number | null {
  if (text === null) return null;
  return numberColumns.has(column) && fitsNumberCell(text) ? Number(text) : encodeEscapes(text);
}

/** The archive's compression runs beside us: without a pause, everything would wait in memory for it. */
async function drained(stream: Writable): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  if (!stream.writableNeedDrain) return;
  await new Promise<void>((resolve) => stream.once('drain', resolve));
}

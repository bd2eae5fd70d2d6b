import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import exceljs from 'exceljs';
import { readSectorRows } from '../kernel/load/load-sector.ts';
import { provinces } from '../kernel/registers/provinces.ts';
import type { Sector } from '../kernel/sectors.ts';

/** No figure of anybody's: a number for every month, province and indicator, noted as made up. */
interface SyntheticFigure {
  readonly indicator: string;
  readonly period: string;
  readonly province: string;
  readonly value: number;
}
const NOTE = 'synthetic';
const columns = ['indicator', 'period', 'province', 'value', 'note'] as const;

function* syntheticFigures(sector: Sector, rows: number): Generator<SyntheticFigure> {
  const codes = [...readSectorRows(sector).catalogue.indicators.keys()];
  let made = 0;
  for (let month = 0; ; month += 1)
    for (const { code: province } of provinces.all)
      for (const indicator of codes) {
        if (made === rows) return;
        const year = 1950 + Math.floor(month / 12);
        const period = `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
        yield { indicator, period, province, value: ((made * 7919) % 1_000_000) / 100 };
        made += 1;
      }
}

export async function writeSyntheticCsv(path: string, sector: Sector, rows: number): Promise<void> {
  function* lines() {
    yield `${columns.join(',')}\n`;
    for (const { indicator, period, province, value } of syntheticFigures(sector, rows))
      yield `${indicator},${period},${province},${value},${NOTE}\n`;
  }
  await pipeline(Readable.from(lines()), createWriteStream(path));
}

export async function writeSyntheticWorkbook(path: string, sector: Sector, rows: number): Promise<void> {
  const stream = createWriteStream(path);
  // As spreadsheets write: texts that repeat stand once.
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: true });
  const sheet = workbook.addWorksheet('Figures');
  sheet.addRow([...columns]).commit();
  let written = 0;
  for (const { indicator, period, province, value } of syntheticFigures(sector, rows)) {
    sheet.addRow([indicator, period, province, value, NOTE]).commit();
    written += 1;
    if (written % 1000 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  sheet.commit();
  await workbook.commit();
}

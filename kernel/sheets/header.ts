import { cellText, columnLetters, type SheetRow } from './cell.ts';
import { columnTitles, findSheetColumn, isOwnColumn, type SheetColumn } from './columns.ts';
import { faultTexts } from './fault-texts.ts';
import { nearestWord } from './nearest-word.ts';
import type { SheetFaults } from './sheet-fault.ts';

/** Where each column stands, whatever their order. */
export interface Header {
  readonly row: number;
  readonly columns: ReadonlyMap<SheetColumn, HeaderCell>;
  /** Columns, from 0, that may hold anything: those of the team's own, and those that we know. */
  readonly titled: ReadonlySet<number>;
}
export interface HeaderCell {
  /** From 0. */
  readonly index: number;
  /** As the file has it. */
  readonly title: string;
}

const needed = ['indicator', 'period'] as const;

/** Whether a row is the header: it has the column of the indicators' codes. A form has a heading above it. */
export function isHeaderRow({ cells }: SheetRow): boolean {
  return cells.some((cell) => cell?.kind === 'TEXT' && findSheetColumn(cell.text) === 'indicator');
}

/** Reads the header; what is wrong with it goes to `faults`. */
export function readHeader(row: SheetRow, faults: SheetFaults): Header {
  const columns = new Map<SheetColumn, HeaderCell>();
  const titled = new Set<number>();
  row.cells.forEach((cell, index) => {
    if (cell === undefined) return;
    const title = cellText(cell).trim();
    const place = { row: row.number, column: index, title };
    titled.add(index);
    if (isOwnColumn(title)) return;
    const key = cell.kind === 'TEXT' ? findSheetColumn(title) : null;
    if (key === null) {
      faults.add('HEADER', place, faultTexts.unknownColumn(title, nearestWord(title, knownTitles)));
      return;
    }
    const other = columns.get(key);
    if (other !== undefined)
      faults.add('HEADER', place, faultTexts.columnTwice(`${columnLetters(other.index)}${row.number}`));
    else columns.set(key, { index, title });
  });
  for (const key of needed)
    if (!columns.has(key))
      faults.add('HEADER', { row: row.number }, faultTexts.missingColumn(columnTitles[key].vi));
  if (!columns.has('value') && !columns.has('lower'))
    faults.add('HEADER', { row: row.number }, faultTexts.missingColumn(columnTitles.value.vi));
  return { row: row.number, columns, titled };
}

const knownTitles = Object.entries(columnTitles).flatMap(([key, { vi, en }]) => [vi, en, key]);

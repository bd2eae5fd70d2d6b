import { setImmediate } from 'node:timers/promises';
import type { ReportedFigure } from '../reporting/reported-figure.ts';
import type { Catalogue } from '../data-files/read-sector-data.ts';
import type { SheetRow } from './cell.ts';
import { faultTexts } from './fault-texts.ts';
import { FigureKeys } from './figure-keys.ts';
import { type Header, isHeaderRow, readHeader } from './header.ts';
import type { ImportLimits } from './import-limits.ts';
import { knownWords } from './known-words.ts';
import type { NumberFormat } from './number-format.ts';
import { type FigureContext, readFigure } from './read-figure.ts';
import type { SheetFaults } from './sheet-fault.ts';
import type { SheetSource } from './sheet-source.ts';

export interface SheetReading {
  readonly catalogue: Catalogue;
  readonly edition: string;
  readonly numbers: NumberFormat | null;
  readonly limits: ImportLimits;
  /** What is wrong is collected here; reading goes on. */
  readonly faults: SheetFaults;
  readonly onBytes?: (read: number) => void;
  readonly signal?: AbortSignal;
}

/** Rows that gave no figure and are no mistake. */
export interface SheetCounts {
  figures: number;
  /** Rows of a form that were left empty. */
  notFilled: number;
  /** Rows of an export that a later revision replaced. */
  superseded: number;
}

const HEADER_WITHIN = 50;

/**
 * Reads all figures of a file, some hundreds at a time, and holds each against catalogue, registers and calendar, and
 * against the rows before it. Memory does not grow with the file but for a number a figure.
 */
export async function* sheetFigures(
  source: SheetSource,
  reading: SheetReading,
  counts: SheetCounts,
): AsyncGenerator<readonly ReportedFigure[]> {
  const { catalogue, edition, numbers, faults, limits, signal } = reading;
  const words = knownWords(catalogue);
  const keys = new FigureKeys(limits);
  const untitled = new Set<number>();
  let header: Header | null = null;
  let context: FigureContext | null = null;
  for await (const rows of source.rows(reading.onBytes)) {
    signal?.throwIfAborted();
    // The same process answers queries: after each batch it is their turn.
    await setImmediate();
    const figures: ReportedFigure[] = [];
    for (const row of rows) {
      if (context === null || header === null) {
        if (row.number > HEADER_WITHIN) break;
        if (!isHeaderRow(row)) continue;
        header = readHeader(row, faults);
        context = { header, words, catalogue, numbers, edition, faults };
        // Without its columns, every row would be a fault of its own.
        if (faults.total > 0) return;
        continue;
      }
      findUntitled(row, header, untitled, faults);
      const read = readFigure(row, context);
      if (read.kind === 'NOT_FILLED') counts.notFilled += 1;
      else if (read.kind === 'SUPERSEDED') counts.superseded += 1;
      if (read.kind !== 'FIGURE') continue;
      const before = keys.add(read.figure, row.number);
      if (before !== null) faults.add('DUPLICATE', { row: row.number }, faultTexts.duplicate(before));
      counts.figures += 1;
      figures.push(read.figure);
    }
    if (figures.length > 0) yield figures;
    if (context === null && (rows.at(-1)?.number ?? 0) > HEADER_WITHIN) break;
  }
  if (context === null) faults.add('HEADER', {}, faultTexts.noHeader());
}

/** What stands in a column without a title would be lost without a word; told once a column. */
function findUntitled(row: SheetRow, { titled }: Header, told: Set<number>, faults: SheetFaults): void {
  row.cells.forEach((cell, column) => {
    if (cell === undefined || titled.has(column) || told.has(column)) return;
    told.add(column);
    faults.add('HEADER', { row: row.number, column }, faultTexts.untitledColumn());
  });
}

import { CodedError } from '../errors.ts';
import type { Bilingual } from '../vocabulary.ts';
import { columnLetters } from './cell.ts';

/** What kind of mistake a fault is; for programs. docs/spreadsheets.md explains each. */
export const faultKinds = [
  'FILE',
  'HEADER',
  'REQUIRED',
  'UNKNOWN',
  'NUMBER',
  'CELL_KIND',
  'PERIOD',
  'COMBINATION',
  'TEXT',
  'DUPLICATE',
  'EDITION',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** One mistake in a file: where it is, what is wrong, and how to mend it. */
export interface SheetFault {
  readonly kind: FaultKind;
  /** From 1, as a spreadsheet shows it; null where the whole file is meant. */
  readonly row: number | null;
  /** D12; null where no one cell is meant. */
  readonly cell: string | null;
  /** The column's title as the file has it. */
  readonly column: string | null;
  readonly message: Bilingual;
}

export interface FaultPlace {
  readonly row?: number;
  /** From 0. */
  readonly column?: number;
  readonly title?: string;
}

/** The faults of a file: the first of them, and how many there are. */
export class SheetFaults {
  readonly first: SheetFault[] = [];
  total = 0;
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  add(kind: FaultKind, { row, column, title }: FaultPlace, message: Bilingual): void {
    this.total += 1;
    if (this.first.length >= this.#most) return;
    const cell = row === undefined || column === undefined ? null : `${columnLetters(column)}${row}`;
    this.first.push({ kind, row: row ?? null, cell, column: title ?? null, message });
  }

  /** For those who cannot go on with a faulty file. */
  toError(): CodedError {
    return new CodedError(
      'IMPORT_INVALID',
      `The file has ${this.total} ${this.total === 1 ? 'fault' : 'faults'}; nothing of it was taken.`,
      { total: this.total, faults: this.first },
    );
  }
}

/** A fault as a line for people: "D12 (Giá trị): …". */
export function faultLine({ row, cell, column, message }: SheetFault, language: keyof Bilingual): string {
  const rowWord = language === 'vi' ? 'dòng' : 'row';
  const place = cell ?? (row === null ? null : `${rowWord} ${row}`);
  const title = column === null ? '' : ` (${column})`;
  return place === null ? message[language] : `${place}${title}: ${message[language]}`;
}

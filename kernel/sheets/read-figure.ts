import type { Catalogue } from '../data-files/read-sector-data.ts';
import { Decimal, formatDecimal } from '../decimal.ts';
import { checkFigure, LONGEST_NOTE } from '../reporting/check-figure.ts';
import type { ReportedFigure } from '../reporting/reported-figure.ts';
import type { Bilingual } from '../vocabulary.ts';
import { type Cell, cellText, type SheetRow } from './cell.ts';
import type { FigureColumn, SheetColumn } from './columns.ts';
import { faultTexts } from './fault-texts.ts';
import type { Header } from './header.ts';
import type { KnownWords, WordList } from './known-words.ts';
import { multipliers } from './labels.ts';
import { readNumberCell } from './number-cell.ts';
import { type NumberFormat, readNumber } from './number-format.ts';
import type { FaultKind, SheetFaults } from './sheet-fault.ts';

export interface FigureContext {
  readonly header: Header;
  readonly words: KnownWords;
  readonly catalogue: Catalogue;
  /** Null where the file does not declare it: then texts are no numbers. */
  readonly numbers: NumberFormat | null;
  readonly edition: string;
  readonly faults: SheetFaults;
}

export type FigureReading =
  | { readonly kind: 'FIGURE'; readonly figure: ReportedFigure }
  /** Nothing is reported: a row of a form that was not filled in. */
  | { readonly kind: 'NOT_FILLED' }
  /** A figure that was replaced later, which an export shows as well. */
  | { readonly kind: 'SUPERSEDED' }
  | { readonly kind: 'FAULTY' };

/** What a form has filled in beforehand says nothing yet; one of these does. */
const signsOfFilling: readonly FigureColumn[] = [
  'value',
  'lower',
  'upper',
  'outOf',
  'multiplier',
  'qualifier',
  'note',
];
const control = /[^\P{Cc}\n\t\r]/u;

/** Makes a row's figure; what is wrong with it goes to the context's faults. */
export function readFigure(row: SheetRow, context: FigureContext): FigureReading {
  const reader = new RowReader(row, context);
  if (reader.cell('supersededFrom') !== undefined) return { kind: 'SUPERSEDED' };
  if (!signsOfFilling.some((column) => reader.cell(column) !== undefined)) return { kind: 'NOT_FILLED' };
  const before = context.faults.total;
  const edition = reader.text('edition');
  if (edition !== null && context.words.period(edition) !== context.edition)
    reader.fault('EDITION', 'edition', faultTexts.otherEdition(edition, context.edition));
  const figure = reader.figure();
  if (figure === null || context.faults.total > before) return { kind: 'FAULTY' };
  for (const { field, message } of checkFigure(figure, context.catalogue))
    reader.fault('COMBINATION', field, faultTexts.other(message));
  return context.faults.total > before ? { kind: 'FAULTY' } : { kind: 'FIGURE', figure };
}

class RowReader {
  readonly #row: SheetRow;
  readonly #context: FigureContext;

  constructor(row: SheetRow, context: FigureContext) {
    this.#row = row;
    this.#context = context;
  }

  cell(column: SheetColumn): Cell | undefined {
    const at = this.#context.header.columns.get(column);
    return at && this.#row.cells[at.index];
  }

  fault(kind: FaultKind, column: SheetColumn, message: Bilingual): null {
    const at = this.#context.header.columns.get(column);
    const place = at === undefined ? {} : { column: at.index, title: at.title };
    this.#context.faults.add(kind, { row: this.#row.number, ...place }, message);
    return null;
  }

  /** All of the figure, or null after a fault that leaves nothing to look at further. */
  figure(): ReportedFigure | null {
    const { words } = this.#context;
    const indicator = this.#code('indicator', words.indicator) ?? this.#needed('indicator');
    const period = this.#period();
    const factor = multipliers[this.#code('multiplier', words.multiplier) ?? 'ONE'];
    const figure = {
      indicator: indicator ?? '',
      period: period ?? '',
      province: this.#code('province', words.province),
      agency: this.#code('agency', words.agency),
      scope: this.#code('scope', words.scope),
      value: this.#number('value', factor),
      lower: this.#number('lower', factor),
      upper: this.#number('upper', factor),
      outOf: this.#number('outOf', factor),
      qualifier: this.#code('qualifier', words.qualifier) ?? 'EXACT',
      status: this.#code('status', words.status) ?? 'REPORTED',
      note: this.#note(),
    };
    this.#checkCombination(figure);
    return indicator === null || period === null ? null : figure;
  }

  /** The cell's text; a number where a code may be one. Null where it is empty, and after a fault. */
  text(column: SheetColumn): string | null {
    const cell = this.cell(column);
    if (cell === undefined) return null;
    if (cell.kind === 'TEXT' || cell.kind === 'NUMBER') {
      if (!control.test(cell.text)) return cell.text.trim();
      return this.fault('TEXT', column, faultTexts.controlCharacter());
    }
    return this.fault('CELL_KIND', column, cellFault(cell));
  }

  #needed(column: SheetColumn): null {
    if (this.cell(column) === undefined) this.fault('REQUIRED', column, faultTexts.required());
    return null;
  }

  #code<Code extends string>(column: SheetColumn, list: WordList<Code>): Code | null {
    const text = this.text(column);
    if (text === null) return null;
    const reading = list.read(text);
    if (reading.kind === 'CODE') return reading.code;
    return this.fault('UNKNOWN', column, faultTexts.unknown(list.what, text, reading.suggestion));
  }

  #period(): string | null {
    const text = this.text('period');
    if (text === null) return this.#needed('period');
    return this.#context.words.period(text) ?? this.fault('PERIOD', 'period', faultTexts.period(text));
  }

  #note(): string | null {
    const note = this.text('note');
    if (note !== null && note.length > LONGEST_NOTE)
      return this.fault('TEXT', 'note', faultTexts.noteTooLong(LONGEST_NOTE));
    return note;
  }

  #number(column: SheetColumn, factor: string): string | null {
    const digits = this.#digits(column);
    if (digits === null || factor === '1') return digits;
    const value = new Decimal(digits);
    // Exact: powers of ten only move the point.
    const multiplied = value.times(factor);
    return multiplied.precision() > 34
      ? this.fault('NUMBER', column, faultTexts.tooManyDigits())
      : formatDecimal(multiplied);
  }

  #digits(column: SheetColumn): string | null {
    const cell = this.cell(column);
    if (cell === undefined) return null;
    if (cell.kind === 'NUMBER') {
      const reading = readNumberCell(cell.text);
      if (reading.kind === 'NUMBER') return reading.digits;
      const why =
        reading.kind === 'INEXACT'
          ? faultTexts.inexact(reading.digits, reading.shown)
          : faultTexts.wrongCell(cell.text);
      return this.fault('NUMBER', column, why);
    }
    if (cell.kind !== 'TEXT') return this.fault('CELL_KIND', column, cellFault(cell));
    const format = this.#context.numbers;
    if (format === null) return this.fault('NUMBER', column, faultTexts.undeclaredNumber(cell.text));
    const reading = readNumber(cell.text, format);
    switch (reading.kind) {
      case 'NUMBER':
        return reading.digits;
      case 'OTHER_FORMAT':
        return this.fault('NUMBER', column, faultTexts.otherFormat(cell.text, format));
      case 'TOO_LONG':
        return this.fault('NUMBER', column, faultTexts.numberTooLong(cell.text));
      case 'UNREADABLE':
        return this.fault('NUMBER', column, faultTexts.noNumber(cell.text, format));
    }
  }

  /** What checkFigure says as well, but here in both languages and with what to do in a sheet. */
  #checkCombination({ value, lower, upper, outOf, qualifier }: ReportedFigure): void {
    const isFilled = (column: SheetColumn) => this.cell(column) !== undefined;
    const isRange = qualifier === 'RANGE' || qualifier === 'ORDER_OF_MAGNITUDE';
    if (isRange) {
      if (isFilled('value')) this.fault('COMBINATION', 'value', faultTexts.valueWithRange());
      for (const end of ['lower', 'upper'] as const)
        if (!isFilled(end)) this.fault('COMBINATION', end, faultTexts.endMissing());
    } else if (isFilled('lower') || isFilled('upper'))
      this.fault('COMBINATION', 'qualifier', faultTexts.endsWithoutRange());
    else if (qualifier === 'NOT_STATED') {
      if (isFilled('value')) this.fault('COMBINATION', 'value', faultTexts.valueNotStated());
    } else if (!isFilled('value')) this.fault('COMBINATION', 'value', faultTexts.valueMissing());
    if (isRange && value === null && lower !== null && upper !== null && !new Decimal(lower).lt(upper))
      this.fault('COMBINATION', 'upper', faultTexts.endsOrder());
    if (outOf !== null && !new Decimal(outOf).gt(0))
      this.fault('COMBINATION', 'outOf', faultTexts.outOfZero());
  }
}

function cellFault(cell: Cell): Bilingual {
  switch (cell.kind) {
    case 'ERROR':
      return faultTexts.errorCell(cell.text);
    case 'NOT_COMPUTED':
      return faultTexts.notComputed();
    case 'OTHER_WORKBOOK':
      return faultTexts.otherWorkbook();
    case 'DATE':
      return faultTexts.dateCell(cell.day);
    default:
      return faultTexts.wrongCell(cellText(cell));
  }
}

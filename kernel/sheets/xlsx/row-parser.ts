import { type Cell, columnOf, type SheetRow } from '../cell.ts';
import { beyondLimit, type ImportLimits } from '../import-limits.ts';
import { dayOfSerial } from './date-styles.ts';
import { damaged } from './open-package.ts';
import { decodeEscapes } from './text-escapes.ts';
import { xmlFeed, type XmlFeed } from './read-xml.ts';

/** What cells refer to. */
export interface CellContext {
  readonly sharedStrings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly from1904: boolean;
}

/** A formula that names another workbook: [1]Sheet!A1. Names of a table's columns in brackets are none. */
const otherWorkbook = /\[\d+\]/u;

/** Makes rows of a worksheet's XML as it comes (ECMA-376, part 1, 18.3.1). Rows without anything in them are left out. */
export class RowParser {
  readonly #context: CellContext;
  readonly #limits: ImportLimits;
  readonly #feed: XmlFeed;
  #ready: SheetRow[] = [];
  #row = 0;
  #cells: (Cell | undefined)[] = [];
  #column = -1;
  #type = 'n';
  #style = 0;
  #value: string | null = null;
  #formula: string | null = null;
  #inline = '';
  #into: 'VALUE' | 'FORMULA' | 'INLINE' | null = null;
  #inReading = false;
  #filledRows = 0;
  #filledCells = 0;

  constructor(context: CellContext, limits: ImportLimits) {
    this.#context = context;
    this.#limits = limits;
    this.#feed = xmlFeed({
      open: (name, attributes) => this.#open(name, attributes),
      close: (name) => this.#close(name),
      text: (text) => this.#text(text),
    });
  }

  write(chunk: Buffer): void {
    this.#feed.write(chunk);
  }

  end(): void {
    this.#feed.end();
  }

  /** The rows that are complete since the last call. */
  take(): readonly SheetRow[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'c':
        this.#openCell(attributes);
        return;
      case 'v':
        this.#into = 'VALUE';
        this.#value = '';
        return;
      case 't':
        this.#into = this.#inReading ? null : 'INLINE';
        return;
      case 'f':
        this.#into = 'FORMULA';
        this.#formula = '';
        return;
      case 'row':
        this.#openRow(attributes['r']);
        return;
      case 'rPh':
        this.#inReading = true;
        return;
    }
  }

  #openRow(given: string | undefined): void {
    const number = given === undefined ? this.#row + 1 : Number(given);
    if (!Number.isInteger(number) || number <= this.#row || number > 1_048_576)
      throw damaged('the numbers of its rows are out of order');
    this.#row = number;
    this.#cells = [];
    this.#column = -1;
  }

  #openCell({ r: address, t: type, s: style }: Readonly<Record<string, string>>): void {
    const column = address === undefined ? this.#column + 1 : columnOf(address);
    if (column === null || column <= this.#column || column >= 16_384)
      throw damaged(`the cells of row ${this.#row} are out of order`);
    this.#column = column;
    this.#type = type ?? 'n';
    this.#style = style === undefined ? 0 : Number(style);
    this.#value = null;
    this.#formula = null;
    this.#inline = '';
  }

  #text(text: string): void {
    if (this.#into === null) return;
    if (this.#into === 'VALUE') this.#value = (this.#value ?? '') + text;
    else if (this.#into === 'INLINE') this.#inline += text;
    else this.#formula = (this.#formula ?? '') + text;
    if ((this.#value?.length ?? 0) > this.#limits.textLength || this.#inline.length > this.#limits.textLength)
      throw beyondLimit('textLength', this.#limits, this.#row);
  }

  #close(name: string): void {
    switch (name) {
      case 'v':
      case 't':
      case 'f':
        this.#into = null;
        return;
      case 'rPh':
        this.#inReading = false;
        return;
      case 'c':
        this.#closeCell();
        return;
      case 'row':
        this.#closeRow();
        return;
    }
  }

  #closeCell(): void {
    const cell = this.#cell();
    if (cell === undefined) return;
    if (this.#column >= this.#limits.columns) throw beyondLimit('columns', this.#limits, this.#row);
    this.#filledCells += 1;
    if (this.#filledCells > this.#limits.cells) throw beyondLimit('cells', this.#limits, this.#row);
    this.#cells[this.#column] = cell;
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    this.#filledRows += 1;
    if (this.#filledRows > this.#limits.rows) throw beyondLimit('rows', this.#limits, this.#row);
    this.#ready.push({ number: this.#row, cells: this.#cells });
    this.#cells = [];
  }

  #cell(): Cell | undefined {
    const value = this.#value;
    if (this.#formula !== null) {
      if (otherWorkbook.test(this.#formula)) return { kind: 'OTHER_WORKBOOK' };
      if (value === null || (value === '' && this.#type !== 'str')) return { kind: 'NOT_COMPUTED' };
    }
    if (this.#type === 'inlineStr') return textCell(decodeEscapes(this.#inline));
    if (value === null || value === '') return undefined;
    switch (this.#type) {
      case 's':
        return textCell(this.#sharedString(value));
      case 'str':
        return textCell(decodeEscapes(value));
      case 'b':
        return { kind: 'BOOLEAN', value: value === '1' };
      case 'e':
        return { kind: 'ERROR', text: value };
      case 'd':
        return { kind: 'DATE', day: value.slice(0, 10) };
      default:
        return this.#context.dateStyles[this.#style] === true
          ? { kind: 'DATE', day: dayOfSerial(value, this.#context.from1904) }
          : { kind: 'NUMBER', text: value };
    }
  }

  #sharedString(index: string): string {
    const text = this.#context.sharedStrings[Number(index)];
    if (text === undefined) throw damaged(`row ${this.#row} names a text that is not there`);
    return text;
  }
}

function textCell(text: string): Cell | undefined {
  return text.trim() === '' ? undefined : { kind: 'TEXT', text };
}

import exceljs, { type DataValidation, type Worksheet } from 'exceljs';
import type { Catalogue } from '../../data-files/read-sector-data.ts';
import type { Sector } from '../../sectors.ts';
import { parseTimePeriod } from '../../time-period/parse.ts';
import { periodLabel } from '../../time-period/label.ts';
import { columnLetters } from '../cell.ts';
import {
  columnTitles,
  figureColumns,
  shownColumns,
  type FigureColumn,
  type ShownColumn,
} from '../columns.ts';
import { SHEET_FORMAT } from '../declaration.ts';
import { DECLARATION_SHEET } from '../xlsx/open-xlsx.ts';
import { type ChoiceList, choiceLists } from './choice-lists.ts';
import { columnNotes } from './column-notes.ts';
import { helpText } from './help-text.ts';
import type { TemplateRow } from './template-rows.ts';

const FIGURES = 'Số liệu';
const CHOICES = 'Danh mục';
const HELP = 'Hướng dẫn';
const HEADER_ROW = 3;
/** Rows below the prefilled ones that have the dropdowns too. */
const SPARE_ROWS = 500;

const [first, ...filledIn] = figureColumns;
/** What a row is about, what is known of it, then what is filled in. */
const order: readonly (FigureColumn | ShownColumn)[] = [first, ...shownColumns, ...filledIn];
const widths: Partial<Readonly<Record<FigureColumn | ShownColumn, number>>> = {
  indicator: 54,
  name: 64,
  unit: 30,
  basis: 18,
  lastValue: 34,
  value: 20,
  province: 18,
  scope: 26,
  agency: 30,
  qualifier: 22,
  note: 40,
};
/** Cells that a spreadsheet must take as they are typed: 2022-09 would become a date, 01 the number 1. */
const asText: readonly string[] = ['indicator', 'period', 'province', 'scope', 'agency', 'note'];
const colours = { header: 'FF1F4E79', shown: 'FFF2F2F2', fill: 'FFFFF8DC', heading: 'FF1F4E79' } as const;

export interface Template {
  readonly sector: Sector;
  readonly edition: string;
  readonly catalogue: Catalogue;
  readonly rows: readonly TemplateRow[];
}

/** Writes the form of a sector and an edition as an .xlsx file, all of it in Vietnamese. */
export async function writeTemplate(path: string, template: Template): Promise<void> {
  const workbook = new exceljs.Workbook();
  const lists = choiceLists(template.catalogue);
  const figures = workbook.addWorksheet(FIGURES, {
    views: [{ state: 'frozen', xSplit: 2, ySplit: HEADER_ROW, topLeftCell: 'C4', activeCell: 'G4' }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  writeFigures(figures, template);
  addDropdowns(figures, lists, template.rows.length);
  await lockHeader(figures);
  writeHelp(workbook.addWorksheet(HELP), template);
  writeChoices(workbook.addWorksheet(CHOICES), lists);
  const declaration = workbook.addWorksheet(DECLARATION_SHEET, { state: 'veryHidden' });
  declaration.addRows(
    Object.entries({
      format: SHEET_FORMAT,
      sector: template.sector.folder,
      edition: template.edition,
      numbers: 'vi',
      sheet: FIGURES,
    }),
  );
  await workbook.xlsx.writeFile(path);
}

function writeFigures(sheet: Worksheet, { sector, edition, rows, catalogue }: Template): void {
  sheet.columns = order.map((key) => ({
    key,
    width: widths[key] ?? 14,
    style: { protection: { locked: false }, ...(asText.includes(key) && { numFmt: '@' }) },
  }));
  const title = sheet.getCell('A1');
  title.value = `Biểu số liệu ${sector.name.vi} – giao ban ${periodLabel(parseTimePeriod(edition), 'VI')}`;
  title.font = { bold: true, size: 14, color: { argb: colours.heading } };
  title.numFmt = 'General';
  sheet.getCell('A2').value = 'Điền cột nền vàng; cách điền ở trang "Hướng dẫn".';
  sheet.getCell('A2').font = { italic: true };
  const header = sheet.getRow(HEADER_ROW);
  order.forEach((key, index) => {
    const cell = header.getCell(index + 1);
    cell.value = columnTitles[key].vi;
    cell.font = { bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = solid(colours.header);
    cell.alignment = { vertical: 'middle', wrapText: true };
    const note = columnNotes[key];
    if (note !== undefined) cell.note = note;
  });
  header.height = 30;
  for (const row of rows) {
    const added = sheet.addRow(row);
    const unit = catalogue.units.get(catalogue.indicators.get(row.indicator)?.unit ?? '');
    // General would show a trillion as 7.39E+12; what is in the cell stays as it is typed.
    if (unit?.kind === 'CURRENCY') added.getCell('value').numFmt = '#,##0.00##';
    for (const key of order) {
      const cell = added.getCell(key);
      if (isShown(key)) cell.fill = solid(colours.shown);
      if (key === 'value') cell.fill = solid(colours.fill);
      cell.border = { bottom: { style: 'hair', color: { argb: 'FFBFBFBF' } } };
      cell.alignment = { vertical: 'top', wrapText: key === 'note' };
    }
  }
  sheet.autoFilter = { from: { row: HEADER_ROW, column: 1 }, to: { row: HEADER_ROW, column: order.length } };
}

function isShown(key: string): boolean {
  return (shownColumns as readonly string[]).includes(key);
}

function solid(argb: string) {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } } as const;
}

function addDropdowns(sheet: Worksheet, lists: readonly ChoiceList[], rows: number): void {
  lists.forEach(({ column, choices }, index) => {
    const letters = columnLetters(index);
    const validation: DataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`'${CHOICES}'!$${letters}$2:$${letters}$${choices.length + 1}`],
      showErrorMessage: true,
      // A warning only: codes are understood as well as the words of the list.
      errorStyle: 'warning',
      errorTitle: columnTitles[column].vi,
      error: `Nên chọn trong danh sách (trang "${CHOICES}").`,
    };
    const position = order.indexOf(column) + 1;
    for (let row = HEADER_ROW + 1; row <= HEADER_ROW + rows + SPARE_ROWS; row += 1)
      sheet.getCell(row, position).dataValidation = validation;
  });
}

/** Without a password: against slips, not against people. */
async function lockHeader(sheet: Worksheet): Promise<void> {
  for (const number of [1, 2, HEADER_ROW])
    for (let column = 1; column <= order.length; column += 1)
      sheet.getCell(number, column).protection = { locked: true };
  await sheet.protect('', {
    formatCells: true,
    formatColumns: true,
    formatRows: true,
    insertColumns: true,
    insertRows: true,
    deleteRows: true,
    sort: true,
    autoFilter: true,
  });
}

function writeHelp(sheet: Worksheet, { sector, edition }: Template): void {
  sheet.getColumn(1).width = 110;
  sheet.pageSetup = {
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  };
  for (const line of helpText(sector.name.vi, `giao ban ${periodLabel(parseTimePeriod(edition), 'VI')}`)) {
    const isHeading = 'heading' in line;
    const text = isHeading ? line.heading : line.text;
    const row = sheet.addRow([text]);
    // Not every program makes a row as high as its wrapped text.
    row.height = 16 * Math.ceil(text.length / 100) + (isHeading ? 6 : 0);
    const cell = row.getCell(1);
    cell.alignment = { wrapText: true, vertical: 'top' };
    if (isHeading) cell.font = { bold: true, size: 12, color: { argb: colours.heading } };
  }
}

function writeChoices(sheet: Worksheet, lists: readonly ChoiceList[]): void {
  lists.forEach(({ title, choices }, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = Math.min(50, Math.max(title.length, ...choices.map((choice) => choice.length)) + 2);
    column.numFmt = '@';
    column.values = [title, ...choices];
    sheet.getCell(1, index + 1).font = { bold: true };
  });
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
}

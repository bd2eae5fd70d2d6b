import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkSheet } from '../../../tests/support/check-sheet.ts';
import { readSectorRows } from '../../load/load-sector.ts';
import { readSector } from '../../sectors.ts';
import { columnTitles, type SheetColumn } from '../columns.ts';
import { lastOfRows } from './last-figures.ts';
import { templateRows } from './template-rows.ts';
import { writeTemplate } from './write-template.ts';

const folder = mkdtempSync(join(tmpdir(), 'template-'));
const path = join(folder, 'telecom.xlsx');
const sector = readSector('telecom');
const { rows: data, catalogue } = readSectorRows(sector);
const rows = templateRows(catalogue, '2022-09', lastOfRows(data.observations), false);
let book: exceljs.Workbook;

beforeAll(async () => {
  await writeTemplate(path, { sector, edition: '2022-09', catalogue, rows });
  book = new exceljs.Workbook();
  await book.xlsx.readFile(path);
});
afterAll(() => rmSync(folder, { recursive: true }));

const sheetOf = (name: string) => {
  const sheet = book.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
};
/** The cell of a column, by its title, in the row of an indicator. */
const cellOf = (code: string, column: SheetColumn) => {
  const sheet = sheetOf('Số liệu');
  const titles = (sheet.getRow(3).values as unknown[]).map(String);
  let row = 0;
  sheet.eachRow((candidate, number) => {
    if (row === 0 && candidate.getCell(1).value === code) row = number;
  });
  return sheet.getCell(row, titles.indexOf(columnTitles[column].vi));
};
/** Fills in the form as a person would, saves it, and gives its bytes. */
async function filled(fill: (sheet: exceljs.Worksheet) => void): Promise<Buffer> {
  fill(sheetOf('Số liệu'));
  const out = join(folder, 'filled.xlsx');
  await book.xlsx.writeFile(out);
  await book.xlsx.readFile(path);
  return readFile(out);
}
const given = { edition: null, catalogue };

describe('the form of a sector', () => {
  test('has every indicator with what a team needs to know of it', () => {
    expect(rows.map(({ indicator }) => indicator)).toEqual(
      expect.arrayContaining([...catalogue.indicators.keys()]),
    );
    expect(cellOf('telecom.revenue.mobile', 'name').value).toBe('Doanh thu di động trong tháng');
    expect(cellOf('telecom.revenue.mobile', 'unit').value).toBe('đồng');
    expect(cellOf('telecom.revenue.mobile', 'lastValue').value).toBe('7,39 nghìn tỷ đồng');
    expect(cellOf('telecom.revenue.mobile', 'lastPeriod').value).toBe('2020-06');
    expect(cellOf('telecom.revenue.mobile', 'period').value).toBe('2022-09');
    expect(cellOf('telecom.revenue.year-to-date', 'period').value).toBe('2022-01-01/P9M');
    expect(cellOf('telecom.revenue.mobile', 'value').value).toBeNull();
  });

  test('offers the words of each closed list, keeps periods texts, freezes and locks its header', () => {
    const { dataValidation } = cellOf('telecom.revenue', 'status');
    const [, column = '', last = ''] =
      /!\$(\w)\$2:\$\w\$(\d+)$/u.exec(String(dataValidation.formulae[0])) ?? [];
    const choices = sheetOf('Danh mục');
    expect(choices.getCell(`${column}1`).value).toBe('Tình trạng');
    expect(choices.getCell(`${column}${last}`).value).toBe('dự báo');
    expect(choices.getCell(`${column}${Number(last) + 1}`).value).toBeNull();
    expect(cellOf('telecom.revenue', 'period').numFmt).toBe('@');
    expect(sheetOf('Số liệu').views[0]).toMatchObject({ state: 'frozen', ySplit: 3, xSplit: 2 });
    expect(sheetOf('Số liệu').getCell('A3').protection).not.toMatchObject({ locked: false });
    expect(cellOf('telecom.revenue', 'value').protection).toMatchObject({ locked: false });
    expect(sheetOf('_giaoban').state).toBe('veryHidden');
  });

  test('with provinces has a row for each of them', () => {
    const all = templateRows(catalogue, '2022-09', new Map(), true);
    expect(all).toHaveLength(catalogue.indicators.size * 64);
    expect(all[1]).toMatchObject({ indicator: 'telecom.revenue', province: 'Hà Nội' });
  });

  test('comes back as it was left: not filled in', async () => {
    const { outcome, lines } = await checkSheet(await readFile(path), given);
    expect(lines).toEqual([expect.stringContaining('không có số liệu nào được điền')]);
    expect(outcome.kind).toBe('INVALID');
  });

  test('filled in comes back as figures, also with columns moved and rows put between', async () => {
    const content = await filled((sheet) => {
      cellOf('telecom.revenue.mobile', 'value').value = 7.41;
      cellOf('telecom.revenue.mobile', 'multiplier').value = 'nghìn tỷ';
      cellOf('telecom.revenue.mobile', 'qualifier').value = 'khoảng';
      cellOf('telecom.revenue.mobile', 'status').value = 'Ước';
      cellOf('telecom.phone-subscribers', 'value').value = '130.460.000';
      cellOf('telecom.phone-subscribers', 'province').value = 'Ha Noi';
      sheet.spliceRows(5, 0, [], []);
      sheet.spliceColumns(2, 1);
    });
    const { figures, outcome, lines } = await checkSheet(content, given);
    expect(lines).toEqual([]);
    expect(outcome).toMatchObject({ edition: '2022-09', counts: { figures: 2, notFilled: rows.length - 2 } });
    expect(figures).toEqual([
      expect.objectContaining({
        indicator: 'telecom.revenue.mobile',
        period: '2022-09',
        value: '7410000000000',
        qualifier: 'ABOUT',
        status: 'ESTIMATED',
      }),
      expect.objectContaining({ indicator: 'telecom.phone-subscribers', value: '130460000', province: '01' }),
    ]);
  });
});

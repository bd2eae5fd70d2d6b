import { describe, expect, test } from 'vitest';
import { checkSheet } from '../../../tests/support/check-sheet.ts';
import { textCell, textRow, workbookFile } from '../../../tests/support/workbook-file.ts';
import { zipFile } from '../../../tests/support/zip-file.ts';
import { importLimits } from '../import-limits.ts';

const head = textRow(1, ['indicator', 'period', 'value', 'note', 'province']);
const declared = { format: 'giaoban-figures/1', sector: 'telecom', edition: '2022-09', numbers: 'vi' };
/** A row with the XML of its value's cell. */
const row = (value: string, number = 2, more = '') =>
  `<row r="${number}">${textCell(`A${number}`, 'telecom.revenue')}${textCell(`B${number}`, '2022-09')}${value}${more}</row>`;
const book = (rows: string, given: object = {}) => workbookFile({ rows: head + rows, declared, ...given });
const valueOf = async (cell: string, given: object = {}) => {
  const { figures, lines } = await checkSheet(book(row(cell), given), { edition: null });
  return lines[0] ?? figures[0]?.value;
};

describe('the value of a cell', () => {
  test.each([
    ['a number', '<c r="C2"><v>7.3899999999999997</v></c>', '7.39'],
    ['a number with an exponent', '<c r="C2" t="n"><v>7.39E12</v></c>', '7390000000000'],
    ['a text in the declared format', textCell('C2', '1.234,5'), '1234.5'],
    [
      'an exact text of more digits than a number holds',
      textCell('C2', '12345678901234567890,12'),
      '12345678901234567890.12',
    ],
    ['the result of a formula', '<c r="C2"><f>A1+B1</f><v>12</v></c>', '12'],
    ['the text that a formula gives', '<c r="C2" t="str"><f>TEXT(1)</f><v>1.234</v></c>', '1234'],
    ['the result over a table', '<c r="C2"><f>SUM(Bảng1[Giá trị])</f><v>12</v></c>', '12'],
    ['a shared text of several runs, without its reading', '<c r="C2" t="s"><v>1</v></c>', '1234'],
  ])('%s', async (_, cell, value) => {
    const sharedStrings =
      '<sst><si><t>a</t></si><si><r><t>1.2</t></r><r><t>34</t></r><rPh><t>9</t></rPh></si></sst>';
    expect(await valueOf(cell, { sharedStrings })).toBe(value);
  });

  test.each([
    ['an error', '<c r="C2" t="e"><v>#REF!</v></c>', 'C2 (value): Ô báo lỗi #REF!'],
    ['an error of a formula', '<c r="C2" t="e"><f>A1/0</f><v>#DIV/0!</v></c>', '#DIV/0!'],
    ['a formula without result', '<c r="C2"><f>A1</f></c>', 'C2 (value): Công thức chưa có kết quả'],
    ['a formula over another workbook', '<c r="C2"><f>[1]So!A1</f><v>5</v></c>', 'tệp khác'],
    ['a yes or no', '<c r="C2" t="b"><v>1</v></c>', '"TRUE"'],
    ['needless digits', `<c r="C2"><v>${0.1 + 0.2}</v></c>`, 'bảng tính hiện 0.3'],
    ['a number in the other format', textCell('C2', '1,234,567.5'), 'kiểu Việt Nam'],
    ['a date', '<c r="C2" s="1"><v>44805</v></c>', 'ngày tháng (2022-09-01)'],
    ['a date in a format of its own', '<c r="C2" s="2"><v>44805</v></c>', 'ngày tháng (2022-09-01)'],
  ])('%s is a fault', async (_, cell, words) => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="165" formatCode="mm/yyyy"/><numFmt numFmtId="166" formatCode="[Red]&quot;d&quot;0.0"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>';
    expect(await valueOf(cell, { styles })).toContain(words);
    expect(await valueOf('<c r="C2" s="3"><v>5</v></c>', { styles })).toBe('5');
  });
});

test('a province code that the spreadsheet made a number of is understood', async () => {
  const { figures } = await checkSheet(book(row('<c r="C2"><v>5</v></c>', 2, '<c r="E2"><v>1</v></c>')));
  expect(figures).toEqual([expect.objectContaining({ province: '01' })]);
});

test('columns in another order, blank rows, rows and cells without addresses', async () => {
  const rows = `<row>${['note', 'Giá trị', 'Kỳ số liệu', 'Mã chỉ tiêu']
    .map((title) => `<c t="inlineStr"><is><t>${title}</t></is></c>`)
    .join(
      '',
    )}</row><row/><row><c/><c><v>5</v></c><c t="inlineStr"><is><t>2022-09</t></is></c><c t="inlineStr"><is><t>telecom.revenue</t></is></c></row>`;
  const { figures, lines } = await checkSheet(workbookFile({ rows, declared }));
  expect(lines).toEqual([]);
  expect(figures).toEqual([expect.objectContaining({ value: '5', indicator: 'telecom.revenue' })]);
});

test('a workbook of another kind needs its numbers as numbers, or their format declared', async () => {
  const file = workbookFile({ rows: head + row(textCell('C2', '1.234')) });
  expect((await checkSheet(file)).lines).toEqual([expect.stringContaining('không khai báo cách viết số')]);
  expect((await checkSheet(file, { numbers: 'international' })).figures).toMatchObject([{ value: '1.234' }]);
});

describe('a hostile or broken workbook is refused', () => {
  const unreadable = async (file: Buffer, words: string, code = 'UPLOAD_UNREADABLE') =>
    expect(checkSheet(file)).rejects.toMatchObject({ code, message: expect.stringContaining(words) });
  const good = book(row('<c r="C2"><v>5</v></c>'));

  test('that is cut off', async () => {
    for (const part of [30, good.length - 30, Math.floor(good.length / 2)])
      await unreadable(good.subarray(0, part), 'cannot be read');
  });

  test('whose bytes were changed', async () => {
    const changed = Buffer.from(good);
    changed.fill(
      0xff,
      changed.indexOf('xl/worksheets/sheet1.xml') + 30,
      changed.indexOf('xl/worksheets/sheet1.xml') + 60,
    );
    await expect(checkSheet(changed)).rejects.toMatchObject({ code: 'UPLOAD_UNREADABLE' });
  });

  test('that inflates without end, by what it says of itself', async () => {
    const bomb = book('', { parts: [{ name: 'xl/bomb.xml', content: Buffer.alloc(5_000_000) }] });
    const limits = { ...importLimits, inflatedBytes: 4_000_000 };
    await expect(checkSheet(bomb, { limits })).rejects.toMatchObject({ code: 'UPLOAD_INFLATES_TOO_FAR' });
  });

  test('that lies about what it inflates to', async () => {
    const rows = `${head}${row('<c r="C2"><v>5</v></c>')}<!--${' '.repeat(5_000_000)}-->`;
    const part = {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
      claims: 500,
    };
    const limits = { ...importLimits, inflatedBytes: 4_000_000 };
    await expect(
      checkSheet(workbookFile({ rows: head, declared, parts: [part] }), { limits }),
    ).rejects.toMatchObject({
      code: 'UPLOAD_UNREADABLE',
    });
  });

  test('of one endless text', async () => {
    await expect(checkSheet(book(row(textCell('C2', 'a'.repeat(40_000)))))).rejects.toMatchObject({
      code: 'UPLOAD_TEXT_TOO_LONG',
      extensions: { row: 2, limit: 32_767 },
    });
    await expect(checkSheet(book(row(textCell('C2', 'a'.repeat(4_000_000)))))).rejects.toMatchObject({
      code: 'UPLOAD_TEXT_TOO_LONG',
    });
  });

  test('of too many columns; empty ones do not count', async () => {
    expect(await valueOf('<c r="C2"><v>5</v></c><c r="XFD2" s="1"/>')).toBe('5');
    await expect(
      checkSheet(book(row('<c r="C2"><v>5</v></c><c r="XFD2"><v>1</v></c>'))),
    ).rejects.toMatchObject({
      code: 'UPLOAD_TOO_MANY_COLUMNS',
    });
  });

  test('of too many different texts', async () => {
    const sharedStrings = `<sst>${'<si><t>aaaa</t></si>'.repeat(100)}</sst>`;
    const limits = { ...importLimits, sharedText: 1000 };
    await expect(checkSheet(book('', { sharedStrings }), { limits })).rejects.toMatchObject({
      code: 'UPLOAD_TEXT_TOO_LONG',
    });
  });

  test('with a document type, whose entities would multiply', async () => {
    const content = '<!DOCTYPE x [<!ENTITY a "aa">]><worksheet/>';
    await unreadable(
      workbookFile({ rows: '', parts: [{ name: 'xl/worksheets/sheet1.xml', content }] }),
      'document type',
    );
  });

  test.each([
    ['rows out of order', `${row('', 3)}${row('', 2)}`],
    ['cells out of order', '<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>1</v></c></row>'],
    ['no XML', '<row r="2"><c r="A2"></row>'],
    ['a text that is not there', '<row r="2"><c r="A2" t="s"><v>9</v></c></row>'],
  ])('with %s', async (_, rows) => {
    await unreadable(book(rows), 'cannot be read');
  });

  test('that is an archive of something else', async () => {
    await unreadable(zipFile([{ name: 'word/document.xml', content: '<a/>' }]), '_rels/.rels is missing');
  });
});

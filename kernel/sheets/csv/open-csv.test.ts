import { describe, expect, test } from 'vitest';
import { checkSheet } from '../../../tests/support/check-sheet.ts';
import { importLimits } from '../import-limits.ts';

const head = 'indicator;period;value;note';
const file = (...rows: readonly string[]) => [head, ...rows].join('\r\n');
const vi = { numbers: 'vi' } as const;

describe('a CSV file', () => {
  test.each([
    ['with a byte order mark', `\ufeff${file('telecom.revenue;2022-09;1.234,5;a')}`],
    ['without one', file('telecom.revenue;2022-09;1.234,5;a')],
    ['parted by commas', 'indicator,period,value,note\ntelecom.revenue,2022-09,"1.234,5",a\n'],
    [
      'with lines ended as on old Macintoshes',
      file('telecom.revenue;2022-09;1.234,5;a').replaceAll('\r\n', '\r'),
    ],
    ['with empty rows', file('', ';;;', 'telecom.revenue;2022-09;1.234,5;a', '')],
    ['with other columns first', 'note;value;#mine;period;indicator\na;1.234,5;x;2022-09;telecom.revenue'],
    [
      'with titles in Vietnamese',
      'Mã chỉ tiêu;Kỳ số liệu;GIÁ TRỊ;ghi chu\ntelecom.revenue;2022-M09;1.234,5;a',
    ],
  ])('%s gives its figure', async (_, content) => {
    const { figures, lines } = await checkSheet(content, vi);
    expect(lines).toEqual([]);
    expect(figures).toEqual([
      expect.objectContaining({
        indicator: 'telecom.revenue',
        period: '2022-09',
        value: '1234.5',
        note: 'a',
      }),
    ]);
  });

  test('declares itself in its first line, also after a spreadsheet saved it again', async () => {
    const line = '# format=giaoban-figures/1 sector=telecom edition=2022-09 numbers=vi';
    for (const first of [line, `${line};;;`, `"${line}";;;`]) {
      const { figures } = await checkSheet(`${first}\n${file('telecom.revenue;2022-09;1.234;a')}`, {
        edition: null,
      });
      expect(figures.map(({ value }) => value)).toEqual(['1234']);
    }
  });

  test('is refused where it says nothing of its numbers, however plain they look', async () => {
    const { lines } = await checkSheet(file('telecom.revenue;2022-09;1;a'));
    expect(lines).toEqual([expect.stringContaining('không khai báo cách viết số')]);
  });

  test.each([
    ['telecom', { edition: '2022-10' }, 'kỳ giao ban "2022-09"'],
    ['telecom', { numbers: 'international' }, 'cách viết số "vi"'],
    ['press', {}, 'lĩnh vực "press"'],
  ] as const)('of %s is refused where it declares otherwise than %j', async (sector, asked, what) => {
    const line = `# format=giaoban-figures/1 sector=${sector} edition=2022-09 numbers=vi`;
    const { lines } = await checkSheet(`${line}\n${file('telecom.revenue;2022-09;1;a')}`, asked);
    expect(lines).toEqual([expect.stringContaining(what)]);
  });

  test('that is not UTF-8 is refused, and the first wrong byte told', async () => {
    const filling = 'telecom.revenue;2022-09;1;ă'.padEnd(70_001, 'đ');
    const before = Buffer.from(file(filling, ''));
    const content = Buffer.concat([
      before,
      Buffer.from('telecom'),
      Buffer.from([0xe1, 0xba]),
      Buffer.from(';'),
    ]);
    const limits = { ...importLimits, textLength: 1_000_000 };
    await expect(checkSheet(content, { ...vi, limits })).rejects.toMatchObject({
      code: 'UPLOAD_UNREADABLE',
      extensions: { offset: before.length + 7 },
    });
    await expect(checkSheet(content.subarray(0, -1), { ...vi, limits })).rejects.toMatchObject({
      extensions: { offset: before.length + 7 },
    });
  });

  test.each([
    ['in UTF-16', Buffer.from(`\ufeff${file('a')}`, 'utf16le'), 'UTF-16'],
    ['with a quote that is not closed', file('telecom.revenue;2022-09;1;"a'), 'Row 2'],
    ['parted by tabs', file('a').replaceAll(';', '\t'), 'delimiter'],
    ['that is an old workbook', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'old .xls'],
  ])('%s is refused with what to do', async (_, content, words) => {
    await expect(checkSheet(content, vi)).rejects.toMatchObject({
      code: 'UPLOAD_UNREADABLE',
      message: expect.stringContaining(words),
    });
  });

  test.each([
    ['UPLOAD_TOO_MANY_ROWS', { rows: 3 }],
    ['UPLOAD_TOO_MANY_CELLS', { cells: 13 }],
    ['UPLOAD_TOO_MANY_COLUMNS', { columns: 3 }],
    ['UPLOAD_TEXT_TOO_LONG', { textLength: 14 }],
    ['UPLOAD_TOO_LARGE', { bytes: 100 }],
  ])('is refused as %s beyond %j', async (code, limit) => {
    const rows = ['01', '02', '03'].map((month) => `telecom.revenue;2022-${month};1;a`);
    expect((await checkSheet(file(...rows), vi)).figures).toHaveLength(3);
    await expect(
      checkSheet(file(...rows), { ...vi, limits: { ...importLimits, ...limit } }),
    ).rejects.toMatchObject({ code, extensions: { limit: Object.values(limit)[0] } });
  });

  test('of one endless cell is refused before it is held', async () => {
    const content = file(`telecom.revenue;2022-09;1;"${'a'.repeat(3_000_000)}`);
    await expect(checkSheet(content, vi)).rejects.toMatchObject({ code: 'UPLOAD_TEXT_TOO_LONG' });
  });
});

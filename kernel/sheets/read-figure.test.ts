import { describe, expect, test } from 'vitest';
import { checkSheet } from '../../tests/support/check-sheet.ts';
import { MOST_FAULTS } from './import-file.ts';
import { faultLine } from './sheet-fault.ts';

const columns =
  'indicator;period;value;multiplier;province;scope;agency;qualifier;status;lower;upper;outOf;note';
const sheet = (...rows: readonly (readonly string[])[]) =>
  [columns, ...rows.map((row) => row.join(';'))].join('\n');
const vi = { numbers: 'vi' } as const;
/** A row by what it has in its columns. */
const row = (given: Readonly<Record<string, string>>) =>
  columns
    .split(';')
    .map(
      (column) => ({ indicator: 'telecom.revenue', period: '2022-09', value: '1', ...given })[column] ?? '',
    );
const faultOf = async (given: Readonly<Record<string, string>>) =>
  (await checkSheet(sheet(row(given)), vi)).lines;

describe('a row of a file', () => {
  test.each([
    [{ value: '10,26', multiplier: 'nghìn tỷ' }, { value: '10260000000000' }],
    [{ value: '-0,5', multiplier: 'THOUSAND' }, { value: '-500' }],
    [
      { value: '46', outOf: '63' },
      { value: '46', outOf: '63' },
    ],
    [{ province: 'thừa thiên huế' }, { province: '46' }],
    [{ province: '1' }, { province: '01' }],
    [{ agency: 'Cục Tin học hoá' }, { agency: 'MIC_IT_APPLICATION_AUTHORITY' }],
    [{ scope: 'nông thôn' }, { scope: 'RURAL' }],
    [{ scope: 'RURAL' }, { scope: 'RURAL' }],
    [
      { qualifier: 'KHOẢNG', status: 'sơ bộ' },
      { qualifier: 'ABOUT', status: 'PROVISIONAL' },
    ],
    [
      { qualifier: 'more than', status: 'FORECAST' },
      { qualifier: 'MORE_THAN', status: 'FORECAST' },
    ],
    [
      { value: '', qualifier: 'từ … đến', lower: '1,5', upper: '2', multiplier: 'triệu' },
      { value: null, lower: '1500000', upper: '2000000', qualifier: 'RANGE' },
    ],
    [
      { value: '', qualifier: 'không nêu mức' },
      { value: null, qualifier: 'NOT_STATED' },
    ],
    [{ period: '2022-H1' }, { period: '2022-S1' }],
    [{ period: '2022-01-01/P6M' }, { period: '2022-S1' }],
    [{ note: ' ghi chú ' }, { note: 'ghi chú' }],
  ])('%j is the figure %j', async (given, figure) => {
    const { figures, lines } = await checkSheet(sheet(row(given)), vi);
    expect(lines).toEqual([]);
    expect(figures).toEqual([expect.objectContaining(figure)]);
  });

  test.each([
    [
      { indicator: 'telecom.revenu' },
      'A2 (indicator): Không có chỉ tiêu "telecom.revenu". Có phải ý là "telecom.revenue"?',
    ],
    [{ indicator: '' }, 'A2 (indicator): Ô này phải có nội dung.'],
    [{ period: '' }, 'B2 (period): Ô này phải có nội dung.'],
    [{ period: '09/2022' }, 'B2 (period): "09/2022" không phải là kỳ'],
    [{ value: '1,234,567' }, 'C2 (value): "1,234,567" không thể là số kiểu Việt Nam'],
    [{ value: '61%' }, 'C2 (value): "61%" không phải là số kiểu Việt Nam'],
    [{ value: '9'.repeat(35) }, 'hơn 34 chữ số'],
    [{ value: '1'.repeat(33), multiplier: 'nghìn' }, null],
    [{ value: '1'.repeat(34), multiplier: 'tỷ' }, null],
    [{ province: 'Hà Nộj' }, 'E2 (province): Không có tỉnh, thành phố "Hà Nộj". Có phải ý là "Hà Nội"?'],
    [{ scope: 'đô thị' }, 'F2 (scope): Không có phạm vi "đô thị".'],
    [{ agency: 'Cục Tần xố' }, 'G2 (agency): Không có cơ quan'],
    [{ qualifier: 'chừng' }, 'H2 (qualifier): Không có mức độ'],
    [{ status: 'IMPLIED' }, 'I2 (status): Không có tình trạng'],
    [{ multiplier: 'tỉ' }, null],
    [{ value: '', note: 'quên' }, 'C2 (value): Thiếu giá trị'],
    [
      { value: '1', qualifier: 'RANGE', lower: '1', upper: '2' },
      'C2 (value): Mức độ này dùng hai cột Từ và Đến',
    ],
    [{ value: '', qualifier: 'RANGE', lower: '1' }, 'K2 (upper): Mức độ này cần cả hai cột'],
    [{ value: '', qualifier: 'RANGE', lower: '2', upper: '2' }, 'K2 (upper): Số ở cột Đến phải lớn hơn'],
    [{ lower: '1' }, 'H2 (qualifier): Cột Từ và Đến chỉ dùng khi'],
    [{ qualifier: 'NOT_STATED' }, 'C2 (value): Mức độ là "không nêu mức"'],
    [{ outOf: '0' }, 'L2 (outOf): Tổng số phải lớn hơn 0.'],
    [{ note: 'a\u0007b' }, 'M2 (note): Có ký tự điều khiển'],
    [{ note: 'a'.repeat(1001) }, 'M2 (note): Ghi chú dài quá 1000 ký tự'],
  ])('%j is told as %j', async (given, words) => {
    const lines = await faultOf(given);
    if (words === null) expect(lines).toEqual([]);
    else expect(lines).toEqual([expect.stringContaining(words)]);
  });

  test('tells all that is wrong with it at once, in either language', async () => {
    const { outcome } = await checkSheet(sheet(row({ period: 'x', value: 'y', province: 'z' })), vi);
    expect(outcome.kind === 'INVALID' && outcome.faults.map((fault) => faultLine(fault, 'en'))).toEqual([
      expect.stringMatching(/^B2 \(period\): "x" is no period/u),
      expect.stringMatching(/^E2 \(province\): There is no province "z"/u),
      expect.stringMatching(/^C2 \(value\): "y" is no number of the Vietnamese format/u),
    ]);
  });
});

describe('the rows of a file together', () => {
  test('the same figure twice names both rows; another province, scope or forecast is another figure', async () => {
    const { lines } = await checkSheet(
      sheet(
        row({}),
        row({ province: '01' }),
        row({ scope: 'RURAL' }),
        row({ status: 'FORECAST' }),
        row({ period: '2022-08' }),
        row({ province: 'Hà Nội', value: '7' }),
      ),
      vi,
    );
    expect(lines).toEqual([expect.stringContaining('dòng 7: Trùng với dòng 3')]);
  });

  test('rows that were not filled in are left out, and a file without any figure is a fault', async () => {
    const empty = row({ value: '', status: 'ước' });
    const { outcome } = await checkSheet(sheet(empty, row({}), empty), vi);
    expect(outcome).toMatchObject({ counts: { figures: 1, notFilled: 2 } });
    expect((await checkSheet(sheet(empty), vi)).lines).toEqual(['Tệp không có số liệu nào được điền.']);
  });

  test('of very many faults the first are told, and how many there are', async () => {
    const many = Array.from({ length: 1000 }, () => row({ indicator: 'x' }));
    const { outcome } = await checkSheet(sheet(...many), vi);
    expect(outcome).toMatchObject({ total: 1000 });
    expect(outcome.kind === 'INVALID' && outcome.faults).toHaveLength(MOST_FAULTS);
  });

  test('one faulty row keeps all of them out', async () => {
    const { figures, outcome } = await checkSheet(sheet(row({}), row({ period: 'x' })), vi);
    expect(outcome.kind).toBe('INVALID');
    expect(figures).toEqual([]);
  });
});

describe('the header', () => {
  const faultsOf = async (header: string, line = 'telecom.revenue;2022-09;1;x') =>
    (await checkSheet(`${header}\n${line}`, { ...vi, delimiter: ';' })).lines;

  test.each([
    [
      'indicator;period;valu;note',
      ['C1 (valu): Không có cột nào tên "valu". Có phải ý là "Value"?', 'dòng 1: Thiếu cột "Giá trị"'],
    ],
    ['indicator;value;period;value', ['D1 (value): Cột này đã có ở B1']],
    ['indicator;note;value;#own', ['dòng 1: Thiếu cột "Kỳ số liệu"']],
    ['a;b;c;d', ['Không thấy dòng tiêu đề']],
    ['indicator;period;value;', ['D2: Có số liệu trong cột không có tiêu đề']],
  ])('%s is told', async (header, words) => {
    expect(await faultsOf(header)).toEqual(words.map((word): unknown => expect.stringContaining(word)));
  });

  test('may have hints behind its titles, and columns of the team’s own', async () => {
    expect(await faultsOf('Mã chỉ tiêu (bắt buộc);Kỳ số liệu *;Giá trị;# của tôi')).toEqual([]);
  });
});

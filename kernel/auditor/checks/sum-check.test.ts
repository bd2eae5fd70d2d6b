import { describe, expect, test } from 'vitest';
import type { ObservationForTest } from '../rows-for-tests.ts';
import { check, july, lines, row, told } from './check-for-tests.ts';

describe('SUM', () => {
  test.each([
    ['130,46 triệu', '127,01 triệu', '3,45 triệu', 'CONSISTENT', null, '130460000'],
    ['10,32 triệu', '8,1 triệu', '2,2 triệu', 'ROUNDING', null, '10300000'],
    ['521', '400', '122', 'INCONSISTENT', null, '522'],
    ['800', '400', '122', 'INCONSISTENT', null, '522'],
    ['922', '400', '122', 'INCONSISTENT', 'WRONG_TOTAL', '522'],
  ])('%s of %s and %s: %s, %s', (total, mobile, fixed, verdict, slip, computed) => {
    expect(told(lines(total, mobile, fixed))).toEqual([['SUM', verdict, slip, computed]]);
  });

  test('names the total, its parts, its place, and the sum', () => {
    const rows = lines('521', '400', '121');
    const [finding] = check(rows);
    expect(finding).toMatchObject({
      id: 'TEST:check:2020-07:test.lines:AS_OF@2020-07:SUM',
      subject: rows[0],
      operands: rows.slice(1),
      citation: rows[0]?.citation,
    });
    expect(finding?.explanation.vi).toBe('400 + 121 = 521; đã nêu 521 cái: khớp.');
  });

  test('says nothing of parts that are not all printed and fall short, and something of those that pass the total', () => {
    expect(told(lines('521', '400'))).toEqual([]);
    expect(told(lines('521', '522'))).toEqual([['SUM', 'INCONSISTENT', null, '522']]);
  });

  test('of a total that its parts need not make up, finds a part that is more than the whole', () => {
    const exports = (whole: string, part: string) =>
      told([row('test.exports', july, whole), row('test.exports.phones', july, part)]);
    expect(exports('50 tỷ', '25,7 tỷ')).toEqual([]);
    expect(exports('50 tỷ', '50,4 tỷ')).toEqual([]);
    expect(exports('50 tỷ', '75,7 tỷ')).toEqual([['SUM', 'INCONSISTENT', null, '75700000000']]);
    const [finding] = check(
      [row('test.exports', july, '50 tỷ')],
      [row('test.exports.phones', july, '75,7 tỷ')],
    );
    expect(finding?.explanation.en).toBe(
      'A part cannot be more than its whole: "test.exports.phones" is 75.7 billion CURRENCY, and "test.exports" only 50 billion CURRENCY.',
    );
  });

  test('takes no part of another time, province or forecast', () => {
    const total = row('test.lines', july, '521');
    const foreign: Partial<ObservationForTest>[] = [
      { province: '30' },
      { forecast: true },
      { period: '2020-06' },
    ];
    for (const more of foreign)
      expect(
        told(
          [total],
          [row('test.lines.mobile', july, '600', more), row('test.lines.fixed', july, '1', more)],
        ),
      ).toEqual([]);
  });

  test('finds parts that were not among the rows, by the keys it asks for', () => {
    const [total, ...parts] = lines('521', '400', '121');
    if (total === undefined) throw new Error('there is a total');
    expect(told([total], parts)).toEqual([['SUM', 'CONSISTENT', null, '521']]);
  });
});

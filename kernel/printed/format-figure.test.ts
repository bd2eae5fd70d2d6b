import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Decimal, formatDecimal } from '../decimal.ts';
import { formatFigure, type FigureUnit } from './format-figure.ts';
import { parsePrintedFigure } from './printed-figure.ts';

const registered = parse(
  readFileSync(join(import.meta.dirname, '../registers/units.yml'), 'utf8'),
) as readonly (FigureUnit & { readonly code: string })[];
/** Names that could be taken for a multiplier, a fraction, a range or a second number. */
const awkward: readonly FigureUnit[] = [
  'tỷ lệ',
  'tỉnh/thành phố',
  'trạm thu phát sóng 5G',
  'dịch vụ công mức độ 3, 4',
  'lượt - người',
  'điểm phần trăm',
  'trạng thái (0 hoặc 1)',
].map((vi) => ({ symbol: vi, name: { vi, en: 'things' }, kind: 'RATIO' }));

function unit(code: string): FigureUnit {
  const found = registered.find((candidate) => candidate.code === code);
  if (found === undefined) throw new Error(`units.yml has no ${code}`);
  return found;
}
const addresses: FigureUnit = { symbol: 'IP', name: { vi: 'địa chỉ', en: 'addresses' }, kind: 'COUNT' };
const ministries: FigureUnit = unit('MINISTRY');

describe('formatFigure', () => {
  test.each([
    ['18800000000000', 'VND', '18,8 nghìn tỷ đồng', '18.8 trillion VND'],
    ['7390000000000', 'VND', '7,39 nghìn tỷ đồng', '7.39 trillion VND'],
    ['334866000000000', 'VND', '334.866 tỷ đồng', '334,866 billion VND'],
    ['152000000000', 'VND', '152 tỷ đồng', '152 billion VND'],
    ['3000000000000000', 'VND', '3 triệu tỷ đồng', '3 quadrillion VND'],
    ['58000000000', 'USD', '58 tỷ USD', '58 billion USD'],
    ['25700000000', 'USD', '25,7 tỷ USD', '25.7 billion USD'],
    ['61', 'SHARE_PERCENT', '61%', '61%'],
    ['88.53', 'SHARE_PERCENT', '88,53%', '88.53%'],
    ['-9.6', 'PERCENT', '-9,6%', '-9.6%'],
    ['0.2', 'PERCENT', '0,2%', '0.2%'],
    ['1234.5', 'PERCENT', '1.234,5%', '1,234.5%'],
    ['208308', 'PERSON', '208.308 người', '208,308 persons'],
    ['1', 'PERSON', '1 người', '1 person'],
    ['0', 'PERSON', '0 người', '0 persons'],
    ['999999', 'PERSON', '999.999 người', '999,999 persons'],
    ['1000000', 'PERSON', '1 triệu người', '1 million persons'],
    ['-3500000', 'PERSON', '-3,5 triệu người', '-3.5 million persons'],
    ['20730000', 'PERSON', '20,73 triệu người', '20.73 million persons'],
    ['20735000', 'PERSON', '20.735.000 người', '20,735,000 persons'],
    ['46', 'PROVINCE', '46 tỉnh, thành phố', '46 provinces'],
  ])('%s %s is “%s” and “%s”', (value, code, vietnamese, english) => {
    expect(formatFigure(new Decimal(value), unit(code), 'VI')).toBe(vietnamese);
    expect(formatFigure(new Decimal(value), unit(code), 'EN')).toBe(english);
  });

  test('writes all digits where a scale word would leave many decimals', () => {
    expect(formatFigure(new Decimal('2014512'), addresses, 'VI')).toBe('2.014.512 địa chỉ');
    expect(formatFigure(new Decimal('2014512'), addresses, 'EN')).toBe('2,014,512 addresses');
  });

  test('has a singular in English', () => {
    expect(formatFigure(new Decimal(1), ministries, 'EN')).toBe('1 ministry');
    expect(formatFigure(new Decimal(1), addresses, 'EN')).toBe('1 address');
    expect(formatFigure(new Decimal('1000000'), addresses, 'EN')).toBe('1 million addresses');
  });

  test('refuses what is no number', () => {
    expect(() => formatFigure(new Decimal(NaN), addresses, 'VI')).toThrow(/must be finite, but got: NaN/u);
  });

  test('is undone by parsePrintedFigure, for every decimal of every unit', () => {
    const figure = fc.oneof(
      fc.tuple(fc.bigInt({ min: -(10n ** 34n), max: 10n ** 34n }), fc.nat({ max: 12 })),
      fc.tuple(fc.bigInt({ min: -9999n, max: 9999n }), fc.integer({ min: -18, max: 4 })),
    );
    fc.assert(
      fc.property(figure, fc.constantFrom(...registered, ...awkward), ([digits, decimals], of) => {
        const value = new Decimal(digits.toString()).times(new Decimal(10).pow(-decimals));
        const read = parsePrintedFigure(formatFigure(value, of, 'VI')).value;
        expect(read && formatDecimal(read)).toBe(formatDecimal(value));
      }),
      { numRuns: 2000 },
    );
  });
});

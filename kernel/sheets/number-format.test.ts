import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal, formatDecimal } from '../decimal.ts';
import { numberFormats, readNumber, writeNumber } from './number-format.ts';

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 33n), max: 10n ** 33n }), fc.nat({ max: 20 }))
  .map(([digits, places]) =>
    formatDecimal(new Decimal(digits.toString()).times(new Decimal(10).pow(-places))),
  );

/** With separators of thousands, as people write. */
function grouped(digits: string, [thousands, point]: readonly [string, string]): string {
  const [whole = '', fraction] = digits.split('.');
  const groups = whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, thousands);
  return fraction === undefined ? groups : `${groups}${point}${fraction}`;
}

describe('readNumber', () => {
  test.each([
    ['1.234', 'vi', '1234'],
    ['1.234', 'international', '1.234'],
    ['1,234', 'vi', '1.234'],
    ['1,234', 'international', '1234'],
    ['7.390.000.000.000', 'vi', '7390000000000'],
    ['0,50', 'vi', '0.5'],
    ['\u221296', 'vi', '-96'],
    ['\u00a0-9,6 ', 'vi', '-9.6'],
    ['-0', 'vi', '0'],
  ] as const)('%s is, in the format %s, %s', (text, format, digits) => {
    expect(readNumber(text, format)).toEqual({ kind: 'NUMBER', digits });
  });

  test.each([
    ['1.23', 'vi'],
    ['1,234,567', 'vi'],
    ['0.123', 'vi'],
    ['1234.5', 'vi'],
    ['1,234.5', 'vi'],
    ['1,5', 'international'],
    ['1.234.567', 'international'],
  ] as const)('%s is none in the format %s, but one in the other', (text, format) => {
    expect(readNumber(text, format)).toEqual({ kind: 'OTHER_FORMAT' });
  });

  test.each([
    '',
    '12.34.567',
    '1 234',
    '61%',
    '007',
    '+5',
    '1e3',
    '5 tỷ',
    '--5',
    '1,2,3',
    '١٢',
    '0x1F',
    'NaN',
  ])('%j is none in either', (text) => {
    for (const format of numberFormats) expect(readNumber(text, format)).toEqual({ kind: 'UNREADABLE' });
  });

  test('tells a number that is too long to be kept', () => {
    expect(readNumber('9'.repeat(35), 'vi')).toEqual({ kind: 'TOO_LONG' });
  });

  test('reads what is written, with separators or without, in its own format', () => {
    fc.assert(
      fc.property(decimal, fc.constantFrom(...numberFormats), (digits, format) => {
        const marks = format === 'vi' ? (['.', ','] as const) : ([',', '.'] as const);
        expect(readNumber(writeNumber(digits, format), format)).toEqual({ kind: 'NUMBER', digits });
        expect(readNumber(grouped(digits, marks), format)).toEqual({ kind: 'NUMBER', digits });
      }),
    );
  });

  test('never takes one number for another: what both formats read the same has no separator', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?[0-9.,]{1,12}$/u), (text) => {
        const [vi, international] = numberFormats.map((format) => readNumber(text, format));
        if (vi?.kind === 'NUMBER' && international?.kind === 'NUMBER' && /[.,]/u.test(text))
          expect(vi.digits).not.toBe(international.digits);
      }),
      { numRuns: 2000 },
    );
  });
});

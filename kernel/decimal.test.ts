import fc from 'fast-check';
import { Types } from 'mongoose';
import { describe, expect, test } from 'vitest';
import { Decimal, formatDecimal, fromDecimal128, parseDecimal, toDecimal128 } from './decimal.ts';
import { CodedError } from './errors.ts';

/** Plain digits as formatDecimal gives them, of at most 34 digits. */
const plainDigits = fc
  .tuple(fc.bigInt({ min: -(10n ** 34n) + 1n, max: 10n ** 34n - 1n }), fc.nat({ max: 40 }))
  .map(([digits, decimals]) =>
    formatDecimal(new Decimal(digits.toString()).times(new Decimal(10).pow(-decimals))),
  );

describe('parseDecimal', () => {
  test.each([
    ['18800000000000', '18800000000000'],
    ['-9.6', '-9.6'],
    ['0.50', '0.5'],
    ['-0', '0'],
    ['-0.00', '0'],
    ['0', '0'],
    ['1234567890123456789012345678901234', '1234567890123456789012345678901234'],
    [`1${'0'.repeat(60)}`, `1${'0'.repeat(60)}`],
    [`0.${'0'.repeat(60)}1`, `0.${'0'.repeat(60)}1`],
  ])('reads %s', (text, plain) => {
    expect(formatDecimal(parseDecimal(text))).toBe(plain);
  });

  test.each([
    '',
    ' 1',
    '1,5',
    '1.',
    '.5',
    '+1',
    '01',
    '1e3',
    '1_000',
    '1.000.000',
    'NaN',
    'Infinity',
    '0x10',
    '١٢',
    '12345678901234567890123456789012345',
    '9'.repeat(100_000),
  ])('refuses %j', (text) => {
    expect(() => parseDecimal(text)).toThrow(CodedError);
    expect(() => parseDecimal(text)).toThrow(/^A decimal must be plain digits .*, but got: "/u);
  });

  test('refuses a number of the language, whose digits may be lost already', () => {
    expect(() => parseDecimal(0.1 as unknown as string)).toThrow(/but got: a value of type number/u);
  });

  test('is undone by formatDecimal', () => {
    fc.assert(fc.property(plainDigits, (text) => formatDecimal(parseDecimal(text)) === text));
  });
});

test('no figure is a negative zero', () => {
  expect(parseDecimal('-0.0').isNegative()).toBe(false);
  expect(fromDecimal128(Types.Decimal128.fromString('-0')).isNegative()).toBe(false);
});

describe('formatDecimal', () => {
  test('never writes an exponent, trailing zeros or a negative zero', () => {
    expect(formatDecimal(new Decimal('1e30'))).toBe(`1${'0'.repeat(30)}`);
    expect(formatDecimal(new Decimal('1e-30'))).toBe(`0.${'0'.repeat(29)}1`);
    expect(formatDecimal(new Decimal('-0.0'))).toBe('0');
    expect(formatDecimal(new Decimal('2.500'))).toBe('2.5');
  });

  test('refuses what is no number', () => {
    expect(() => formatDecimal(new Decimal(1).div(0))).toThrow(/must be finite, but got: Infinity/u);
    expect(() => formatDecimal(new Decimal(NaN))).toThrow(/must be finite, but got: NaN/u);
  });
});

describe('Decimal', () => {
  test('divides to 40 digits, and says so without an exponent', () => {
    expect(new Decimal(1).div(3).toString()).toBe(`0.${'3'.repeat(40)}`);
    expect(new Decimal('1e25').toString()).toBe(`1${'0'.repeat(25)}`);
  });

  test('is exact where floats are not', () => {
    expect(new Decimal('0.1').plus('0.2').eq('0.3')).toBe(true);
  });
});

describe('Decimal128', () => {
  test('keeps every decimal of 34 digits', () => {
    fc.assert(
      fc.property(plainDigits, (text) => {
        const stored = toDecimal128(parseDecimal(text));
        return formatDecimal(fromDecimal128(stored)) === text;
      }),
    );
  });

  test('rounds a quotient to its 34 digits', () => {
    expect(toDecimal128(new Decimal(2).div(3)).toString()).toBe(`0.${'6'.repeat(33)}7`);
  });

  test('reads what MongoDB writes with an exponent or trailing zeros', () => {
    expect(formatDecimal(fromDecimal128(Types.Decimal128.fromString('1.50E+3')))).toBe('1500');
    expect(formatDecimal(fromDecimal128(Types.Decimal128.fromString('-0.00')))).toBe('0');
  });

  test.each(['NaN', 'Infinity'])('refuses a stored %s', (text) => {
    expect(() => fromDecimal128(Types.Decimal128.fromString(text))).toThrow(/must be finite, but got: /u);
  });
});

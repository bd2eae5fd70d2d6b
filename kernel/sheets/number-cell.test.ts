import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitsNumberCell, readNumberCell } from './number-cell.ts';

test.each([
  ['7.3899999999999997', '7.39'],
  ['7390000000000', '7390000000000'],
  ['7.39E+12', '7390000000000'],
  ['1E-7', '0.0000001'],
  ['-9.6', '-9.6'],
  ['-0', '0'],
  ['.5', '0.5'],
])('a cell that the file writes as %s holds %s', (text, digits) => {
  expect(readNumberCell(text)).toEqual({ kind: 'NUMBER', digits });
});

test('a calculation that left needless digits is told, with what the spreadsheet shows', () => {
  expect(readNumberCell(String(0.1 + 0.2))).toEqual({
    kind: 'INEXACT',
    digits: '0.30000000000000004',
    shown: '0.3',
  });
  expect(readNumberCell('0.33333333333333331')).toMatchObject({
    kind: 'INEXACT',
    shown: '0.333333333333333',
  });
});

test.each(['', 'NaN', 'Infinity', '1e400', '0x10', '1,5', '1e-200', '1 '])('%j is no number', (text) => {
  expect(readNumberCell(text)).toEqual({ kind: 'UNREADABLE' });
});

test('what a person types, of at most 15 digits, comes back whole from either way that files write it', () => {
  const typed = fc
    .tuple(fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }), fc.nat({ max: 12 }))
    .map(([digits, places]) => `${digits}e-${places}`);
  fc.assert(
    fc.property(typed, (text) => {
      const shortest = readNumberCell(String(Number(text)));
      expect(shortest.kind).toBe('NUMBER');
      expect(readNumberCell(Number(text).toPrecision(17))).toEqual(shortest);
      expect(Number(shortest.kind === 'NUMBER' ? shortest.digits : NaN)).toBe(Number(text) + 0);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['7390000000000', true],
  ['123456789012345', true],
  ['1234567890123456', false],
  ['0.1234567890123456', false],
  ['-9.6', true],
])('whether %s fits a number cell: %s', (digits, fits) => {
  expect(fitsNumberCell(digits)).toBe(fits);
});

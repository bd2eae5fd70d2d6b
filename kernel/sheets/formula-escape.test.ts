import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeFormula, unescapeFormula } from './formula-escape.ts';

describe('escapeFormula', () => {
  test.each([
    '=1+1',
    '+84 24',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\rx',
    '"=1+1',
    "'\"=cmd|' /C calc'!A0",
    '  =1',
    '\n=1',
    "'=1",
    '\uff1d1',
  ])('keeps a spreadsheet from running %j', (text) => {
    expect(escapeFormula(text)).toBe(`'${text}`);
  });

  test.each(['', 'doanh thu', '5 = 5', "'quoted'", 'a-b', '"quoted"'])('leaves %j as it is', (text) => {
    expect(escapeFormula(text)).toBe(text);
  });

  test('is undone, whatever the text', () => {
    const risky = fc.string({
      unit: fc.constantFrom("'", '"', '=', '+', '-', '@', '\t', '\r', ' ', 'a', '1'),
    });
    fc.assert(
      fc.property(fc.oneof(risky, fc.string({ unit: 'grapheme' })), (text) => {
        expect(unescapeFormula(escapeFormula(text))).toBe(text);
        expect(escapeFormula(text)).toMatch(/^(?!["\s]*[=+\-@\t\r])/u);
      }),
      { numRuns: 3000 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText, foldWithOffsets } from './folded-text.ts';

/** Vietnamese and other text, composed and decomposed. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Đắk ',
        'Hoà',
        'hóa',
        ' \t\n',
        'Ă',
        'ợ',
        'e\u0302\u0301',
        '\u00ad',
        '😀',
        'İ',
        'TT&TT',
        '각',
        'ð',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('foldText', () => {
  test.each([
    ['Đắk Nông', 'dak nong'],
    ['ĐẮC NÔNG', 'dac nong'],
    ['Hoà Bình', 'hoa binh'],
    ['Hòa Bình', 'hoa binh'],
    ['Cục Tin học hoá', 'cuc tin hoc hoa'],
    ['Thừa\u00a0Thiên –  Huế', 'thua thien – hue'],
    ['Bộ TT&TT', 'bo tt&tt'],
    ['Ðà Nẵng', 'da nang'],
    ['', ''],
  ])('folds %s to %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  test('is the same for every Unicode form, in either case', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldText(text);
        expect(foldText(text.normalize('NFD'))).toBe(folded);
        expect(foldText(text.normalize('NFC'))).toBe(folded);
      }),
    );
    expect(foldText('ứng dụng'.toUpperCase())).toBe(foldText('ứng dụng'));
  });

  test('leaves a folded text as it is', () => {
    fc.assert(fc.property(anyText, (text) => foldText(foldText(text)) === foldText(text)));
  });
});

describe('foldWithOffsets', () => {
  test('leads from a find back to the original, marks and all', () => {
    const text = 'Sở  TT&TT tỉnh Đắk Nông'.normalize('NFD');
    const { folded, offsets } = foldWithOffsets(text);
    const at = folded.indexOf('dak nong');
    const found = text.slice(offsets[at], offsets[at + 'dak nong'.length]);
    expect(found.normalize('NFC')).toBe('Đắk Nông');
  });

  test('counts UTF-16 units, as citations do', () => {
    const { folded, offsets } = foldWithOffsets('😀 Ồ');
    expect(folded).toBe('😀 o');
    expect(offsets).toEqual([0, 0, 2, 3, 4]);
  });

  test('has an offset for each folded unit and one for the end, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { folded, offsets } = foldWithOffsets(text);
        expect(offsets).toHaveLength(folded.length + 1);
        expect(offsets.at(-1)).toBe(text.length);
        expect(offsets.toSorted((a, b) => a - b)).toEqual(offsets);
      }),
    );
  });

  test('any folded span, folded again from the original, is itself', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const { folded, offsets } = foldWithOffsets(text);
        const [start = 0, end = 0] = [a % (folded.length + 1), b % (folded.length + 1)].toSorted(
          (x, y) => x - y,
        );
        const startsInside = offsets[start] === offsets[start - 1] || offsets[end] === offsets[end - 1];
        fc.pre(!startsInside);
        expect(foldText(text.slice(offsets[start], offsets[end]))).toBe(folded.slice(start, end));
      }),
    );
  });
});

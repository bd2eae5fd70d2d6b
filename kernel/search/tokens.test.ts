import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText } from '../folded-text.ts';
import { beginsWith, spelledWord, tokensOf, withoutSeparators } from './tokens.ts';

const folded = (text: string) => tokensOf(text).map((token) => token.folded);

describe('tokensOf', () => {
  test.each([
    ['Doanh thu di động', ['doanh', 'thu', 'di', 'dong']],
    ['Bộ TT&TT', ['bo', 'tt', '&', 'tt']],
    ['TP.HCM', ['tp', '.', 'hcm']],
    ['7,39 nghìn tỷ', ['7,39', 'nghin', 'ty']],
    ['1.234.567,8', ['1.234.567,8']],
    ['năm 2020.Tổng', ['nam', '2020', '.', 'tong']],
    ['3,4 % và 100%', ['3,4%', 'va', '100%']],
    ['mức độ 3, 4', ['muc', 'do', '3', ',', '4']],
    ['46/63', ['46', '/', '63']],
    ['5G', ['5g']],
    ['$where: .*', ['$', 'where', ':', '.', '*']],
    ['soft\u00adhyphen \ufeff', ['softhyphen']],
    ['😀!', ['😀', '!']],
    ['', []],
  ])('reads %j', (text, expected) => {
    expect(folded(text)).toEqual(expected);
  });

  test.each([
    ['100%', ['WORD']],
    ['a%', ['WORD', 'SIGN']],
    ['(a)', ['SEPARATOR', 'WORD', 'SEPARATOR']],
    ['a & b', ['WORD', 'SIGN', 'WORD']],
    ['a – “b”', ['WORD', 'SEPARATOR', 'SEPARATOR', 'WORD', 'SEPARATOR']],
    ['$1', ['SIGN', 'WORD']],
  ])('tells words, signs and separators of %j apart', (text, kinds) => {
    expect(tokensOf(text).map(({ kind }) => kind)).toEqual(kinds);
  });

  test('takes separators out from between words', () => {
    const tokens = withoutSeparators(tokensOf('Hà Nội, (Huế) & 63'));
    expect(tokens.map((token) => token.folded)).toEqual(['ha', 'noi', 'hue', '&', '63']);
  });

  test('reads "100%" also as 100 and %', () => {
    expect(tokensOf('100%').flatMap(({ parts }) => parts)).toEqual(['100', '%']);
    expect(tokensOf('100 a').flatMap(({ parts }) => parts)).toEqual([]);
  });

  test('reads "3,4" also as 3 and 4, but no percentage and no number of more digits', () => {
    const digits = (text: string) => tokensOf(text).flatMap((token) => token.digits);
    expect(digits('mức độ 3,4')).toEqual(['3', '4']);
    expect(digits('3,4% và 3,4 %')).toEqual([]);
    expect(digits('7,39 và 1.000')).toEqual([]);
  });

  test('leads back to the text, whatever its Unicode form', () => {
    const anyText = fc
      .array(
        fc.oneof(
          fc.constantFrom('Đắk ', 'hóa', '7,39', '100%', ' – ', 'e\u0302\u0301', '😀'),
          fc.string({ unit: 'grapheme' }),
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(anyText, fc.constantFrom('NFC', 'NFD'), (text, form) => {
        const written = text.normalize(form);
        for (const { folded: token, start, end } of tokensOf(written))
          expect(foldText(written.slice(start, end)).replace(' ', '')).toBe(token);
      }),
    );
  });
});

describe('spelledWord', () => {
  test('keeps accents, and not case, Unicode form or the place of the tone', () => {
    expect(spelledWord('Hoá')).toBe(spelledWord('hóa'));
    expect(spelledWord('ĐỘNG')).toBe(spelledWord('động'.normalize('NFD')));
    expect(spelledWord('Ðà')).toBe(spelledWord('đà'));
  });

  test.each([
    ['hoa', 'hóa'],
    ['dong', 'đong'],
    ['đong', 'đông'],
    ['thu', 'thư'],
    ['ma', 'mã'],
    ['mả', 'mã'],
  ])('tells %s from %s', (one, other) => {
    expect(spelledWord(one)).not.toBe(spelledWord(other));
  });
});

describe('beginsWith', () => {
  test.each([
    ['độn', 'động', true],
    ['đ', 'đông', true],
    ['th', 'thống', true],
    ['đô', 'động', true],
    ['thuê', 'thuế', true],
    ['đọ', 'động', false],
    ['thuế', 'thuê', false],
    ['dô', 'động', false],
    ['ông', 'động', false],
  ])('%s is a beginning of %s as it is spelled: %s', (beginning, word, begins) => {
    expect(beginsWith(spelledWord(word), spelledWord(beginning))).toBe(begins);
  });
});

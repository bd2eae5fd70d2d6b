import { describe, expect, test } from 'vitest';
import { agencies } from '../registers/agencies.ts';
import { provinces } from '../registers/provinces.ts';
import {
  agencyTerm,
  codesNamedIn,
  codesWithAgency,
  namesAt,
  namesOf,
  phrasesNamedIn,
  provinceTerm,
} from './names.ts';
import { tokensOf, withoutSeparators } from './tokens.ts';

const plain = (text: string) => withoutSeparators(tokensOf(text));
const codesIn = (text: string) => codesNamedIn(plain(text));

describe('the names of agencies and provinces', () => {
  test('every province and agency has names', () => {
    const terms = [
      ...provinces.all.map(({ code }) => provinceTerm(code)),
      ...agencies.all.map(({ code }) => agencyTerm(code)),
    ];
    for (const term of terms) expect(namesOf([term]).length, term).toBeGreaterThan(0);
  });

  test('the longest name that begins at a word comes first, accents and separators aside', () => {
    const [longest] = namesAt(plain('so TT&TT da nang'), 0);
    expect(longest?.code).toBe(agencyTerm('SO_TTTT_48'));
    expect(namesAt(plain('TP. ho chi minh'), 0)[0]?.code).toBe(provinceTerm('79'));
    expect(namesAt(plain('không có tên'), 0)).toEqual([]);
  });
});

describe('codesNamedIn', () => {
  test.each([
    ['Sài Gòn, Đắc Lắc và BR-VT', [provinceTerm('79'), provinceTerm('66'), provinceTerm('77')]],
    ['Bộ TTTT giao Cục Tin học hoá', [agencyTerm('MIC'), agencyTerm('MIC_IT_APPLICATION_AUTHORITY')]],
    ['Sở TT&TT cần tham mưu', [agencyTerm('SO_TTTT')]],
    // A name within a longer one is not meant by it.
    ['Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh', [agencyTerm('YOUTH_UNION_CENTRE')]],
    // Other words of the same letters.
    ['hoa huệ, hạ năm', []],
  ])('of %j', (text, codes) => {
    expect(codesIn(text)).toEqual(codes);
  });
});

test('phrasesNamedIn finds names letter by letter, also within longer ones', () => {
  expect(phrasesNamedIn(plain('Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh'))).toContain('@=ho chi minh');
  expect(phrasesNamedIn(plain('hoa huệ'))).toEqual(['@=hue']);
});

test('what is of a province’s department is also of its province, and of all such departments', () => {
  expect(codesWithAgency('SO_TTTT_48')).toEqual([
    agencyTerm('SO_TTTT_48'),
    provinceTerm('48'),
    agencyTerm('SO_TTTT'),
  ]);
  // Not of the whole Ministry: all would be found by it.
  expect(codesWithAgency('MIC_TELECOM_AUTHORITY')).toEqual([agencyTerm('MIC_TELECOM_AUTHORITY')]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CodedError, type ErrorCode } from '../errors.ts';
import { foldText } from '../folded-text.ts';
import { agencies } from '../registers/agencies.ts';
import { provinces } from '../registers/provinces.ts';
import { agencyTerm, provinceTerm } from './names.ts';
import { hitCount, LONGEST_SEARCH, MOST_HITS, parseSearchQuery } from './search-query.ts';

/** What is asked for: words as folded, names as their codes. */
function termsOf(text: string): (string | readonly string[])[] {
  return parseSearchQuery(text).terms.map((term) => (term.kind === 'WORD' ? term.folded : term.codes));
}
function onlyTerm(text: string) {
  const [term, ...rest] = parseSearchQuery(text).terms;
  expect(rest).toEqual([]);
  return term;
}
function refusal(act: () => unknown): { code: ErrorCode; message: string } {
  try {
    act();
  } catch (error) {
    if (error instanceof CodedError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('must be refused, but was taken');
}

describe('words', () => {
  test.each([
    ['DOANH thu  di Động', ['doanh', 'thu', 'di', 'dong']],
    ['thuê bao'.normalize('NFD'), ['thue', 'bao']],
    ['100%', ['100%']],
    ['a %', ['a', '%']],
    ['3, 4', ['3', '4']],
    ['“băng rộng” – (cố định)', ['bang', 'rong', 'co', 'dinh']],
    // Where nothing else is there, a separator is what is searched for.
    ['(', ['(']],
    [' ?! ', ['?', '!']],
    ['.*', ['*']],
    ['$where', ['$', 'where']],
    ['-hoa', ['hoa']],
    ['"hoa"', ['hoa']],
  ])('of %j are all asked for', (text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  test.each([
    ['doanh th', true],
    ['doanh th ', false],
    ['doanh t', false],
    ['doanh 2020', false],
    ['doanh th.', false],
    ['5g', false],
  ])('the last of %j may be a beginning: %s', (text, unfinished) => {
    expect(parseSearchQuery(text).terms.at(-1)).toMatchObject({ unfinished });
  });

  test('only the last one may, also where it stands there twice', () => {
    expect(parseSearchQuery('hoa hoa').terms).toMatchObject([{ unfinished: false }, { unfinished: true }]);
  });

  test('"3,4" is a number or a list of levels', () => {
    expect(onlyTerm('3,4')).toMatchObject({ folded: '3,4', digits: ['3', '4'] });
    expect(onlyTerm('7,39')).toMatchObject({ folded: '7,39', digits: [] });
  });
});

describe('names', () => {
  test.each([
    ['TPHCM', provinceTerm('79')],
    ['tp.hcm', provinceTerm('79')],
    ['sai gon', provinceTerm('79')],
    ['thanh pho ho chi minh', provinceTerm('79')],
    ['ĐẮC LẮC', provinceTerm('66')],
    ['hoa binh', provinceTerm('17')],
    ['Hòa Bình'.normalize('NFD'), provinceTerm('17')],
    ['Bộ TTTT', agencyTerm('MIC')],
    ['bo thong tin va truyen thong', agencyTerm('MIC')],
    ['Cục Tin học hoá', agencyTerm('MIC_IT_APPLICATION_AUTHORITY')],
    ['so tttt', agencyTerm('SO_TTTT')],
    ['Sở TTTT Đà Nẵng', agencyTerm('SO_TTTT_48')],
  ])('%s is %s', (text, code) => {
    expect(termsOf(text)).toEqual([[code]]);
  });

  test('stand among words', () => {
    expect(termsOf('doanh thu TPHCM 2020')).toEqual(['doanh', 'thu', [provinceTerm('79')], '2020']);
  });

  test('every name in the registers is understood as such, with accents and without', () => {
    for (const { code, name, aliases } of provinces.all)
      for (const text of [name.vi, name.en, ...aliases])
        for (const typed of [text, foldText(text)])
          expect(termsOf(typed), typed).toEqual([expect.arrayContaining([provinceTerm(code)])]);
    for (const { code, name, abbreviation, aliases } of agencies.all)
      for (const text of [name.vi, name.en, abbreviation ?? name.vi, ...aliases])
        for (const typed of [text, foldText(text)])
          expect(termsOf(typed), typed).toEqual([expect.arrayContaining([agencyTerm(code)])]);
  });

  test('typed with accents that the name does not have, they are words', () => {
    expect(termsOf('hạ năm')).toEqual(['ha', 'nam']);
    expect(termsOf('ha nam')).toEqual([[provinceTerm('35')]]);
  });

  test.each([
    ['Hà Nội', true],
    ['hà nội', true],
    ['ha noi', false],
    ['hà noi', false],
    // No spelling of it has accents.
    ['TPHCM', true],
    ['Hanoi', true],
    ['Hoà Bình', true],
    ['Hòa Bình', true],
  ])('%s is spelled right: %s', (text, spelledRight) => {
    expect(onlyTerm(text)).toMatchObject({ kind: 'NAME', spelledRight });
  });
});

describe('refusals', () => {
  test.each(['', '   ', '\u00ad\ufeff', '\u0301'])('of %j, which has nothing to search for', (text) => {
    expect(refusal(() => parseSearchQuery(text))).toEqual({
      code: 'INVALID_ARGUMENT',
      message: 'text must hold a word or a sign to search for, but got none.',
    });
  });

  test('of a text that is too long', () => {
    expect(parseSearchQuery('a'.repeat(LONGEST_SEARCH)).terms).toHaveLength(1);
    expect(refusal(() => parseSearchQuery('a'.repeat(LONGEST_SEARCH + 1)))).toEqual({
      code: 'INVALID_ARGUMENT',
      message: 'text must have at most 200 characters, but got: 201.',
    });
  });

  test.each([0, -1, MOST_HITS + 1])('of %i hits', (first) => {
    expect(refusal(() => hitCount(first)).code).toBe('INVALID_PAGE');
  });

  test('of nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const visible = /[^\s\p{M}\p{Cf}]/u.test(foldText(text));
        fc.pre(visible && text.normalize('NFC').trim().length <= LONGEST_SEARCH);
        expect(parseSearchQuery(text).terms.length).toBeGreaterThan(0);
      }),
    );
    expect([1, MOST_HITS].map(hitCount)).toEqual([1, MOST_HITS]);
  });
});

import { describe, expect, test } from 'vitest';
import { agencies, provincialDepartments } from './agencies.ts';
import { codeList } from './code-list.ts';
import { documents, documentsOf, editions, findDocument } from './documents.ts';
import { provinces } from './provinces.ts';

interface Entry {
  readonly code: string;
  readonly names: readonly string[];
}
const list = (...entries: Entry[]) => codeList('thing', entries, ({ names }) => names);
const dakNong: Entry = { code: '67', names: ['Đắk Nông', 'Đắc Nông'] };

describe('a code list', () => {
  test.each([
    '67',
    'Đắk Nông',
    'đắk nông',
    'dak nong',
    'ĐẮC NÔNG',
    '  Đắk   Nông ',
    'Đắk Nông'.normalize('NFD'),
  ])('finds by %j', (text) => expect(list(dakNong).find(text)).toBe(dakNong));

  test.each(['', '6', '067', 'Đắk', 'Đắk Nông 2', '.*', '$ne'])('finds nothing by %j', (text) => {
    expect(list(dakNong).find(text)).toBeUndefined();
  });

  test('gives by exact code only, for codes that were checked before', () => {
    expect(list(dakNong).get('67')).toBe(dakNong);
    expect(() => list(dakNong).get('Đắk Nông')).toThrow('there is no thing with the code Đắk Nông');
  });

  test('refuses a code that stands twice', () => {
    expect(() => list(dakNong, { code: '67', names: [] })).toThrow('thing 67 stands twice');
  });

  test('refuses a name that two entries share once folded, and an alias that is another entry’s code', () => {
    expect(() => list(dakNong, { code: '66', names: ['dac nong'] })).toThrow(
      'thing 66 and 67 are both called "dac nong"',
    );
    expect(() => list(dakNong, { code: '66', names: ['67'] })).toThrow('are both called "67"');
  });

  test('takes an entry that is called twice by the same folded name', () => {
    expect(list({ code: '17', names: ['Hoà Bình', 'Hòa Bình'] }).find('hoa binh')?.code).toBe('17');
  });
});

describe('the registers', () => {
  test('has the 63 provinces of 2008 to 2024, each found by its code, its names and its ISO code', () => {
    expect(provinces.all).toHaveLength(63);
    for (const { code, name, fullName, iso } of provinces.all)
      for (const text of [code, name.vi, name.en, fullName, iso, name.vi.normalize('NFD')])
        expect(provinces.find(text)?.code).toBe(code);
  });

  test.each([
    ['TPHCM', '79'],
    ['TP.HCM', '79'],
    ['tp hcm', '79'],
    ['Sài Gòn', '79'],
    ['Hòa Bình', '17'],
    ['Đắc Lắc', '66'],
    ['Thừa Thiên-Huế', '46'],
    ['Bà Rịa-Vũng Tàu', '77'],
  ])('%s is province %s', (text, code) => expect(provinces.find(text)?.code).toBe(code));

  test.each([
    ['Bộ TTTT', 'MIC'],
    ['Bộ TT&TT', 'MIC'],
    ['Cục Viễn thông', 'MIC_TELECOM_AUTHORITY'],
    ['Cục Tin học hoá', 'MIC_IT_APPLICATION_AUTHORITY'],
    ['Cục Tin học hóa', 'MIC_IT_APPLICATION_AUTHORITY'],
    ['các Sở TT&TT', provincialDepartments],
    ['Sở TT&TT TPHCM', `${provincialDepartments}_79`],
    ['so tttt hai duong', `${provincialDepartments}_30`],
  ])('%s is agency %s', (text, code) => expect(agencies.find(text)?.code).toBe(code));

  test('every province has its own department, a part of the group of all', () => {
    const departments = agencies.all.filter(({ province }) => province !== undefined);
    expect(departments).toHaveLength(63);
    expect(new Set(departments.map(({ parent }) => parent))).toEqual(new Set([provincialDepartments]));
  });

  test('documents are found by id, and their ids are in the order of their days: lists are sorted by them', () => {
    for (const document of documents) expect(findDocument(document.id)).toBe(document);
    expect(findDocument('no-such-document')).toBeUndefined();
    const byDay = documents.toSorted((a, b) => a.issuedOn.localeCompare(b.issuedOn)).map(({ id }) => id);
    expect(documents.map(({ id }) => id)).toEqual(byDay);
    expect(byDay.toSorted()).toEqual(byDay);
  });

  test('editions are there once each, newest first, with their documents', () => {
    expect(editions).toEqual([...new Set(documents.map(({ edition }) => edition))].reverse());
    for (const edition of editions) expect(documentsOf(edition).length).toBeGreaterThan(0);
  });
});

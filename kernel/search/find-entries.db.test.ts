import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { highlightRow, indicatorRow, observationRow, taskRow } from '../../tests/support/rows.ts';
import { closeTestStore, openTestStore } from '../../tests/support/test-store.ts';
import type { HighlightRow } from '../store/rows.ts';
import type { SectorStore } from '../store/sector-store.ts';
import { entriesFromRows } from './entries-from-rows.ts';
import { findEntries } from './find-entries.ts';
import { parseSearchQuery } from './search-query.ts';

let store: SectorStore;
beforeAll(async () => {
  store = await openTestStore('find-entries');
});
afterAll(() => closeTestStore(store));

type Rows = Partial<Parameters<typeof entriesFromRows>[0]>;
async function hold(rows: Rows, sentence: string | null = null): Promise<void> {
  const none = { indicators: [], observations: [], targets: [], tasks: [], highlights: [] };
  await store.searchEntries.deleteMany({});
  await store.searchEntries.insertMany(entriesFromRows({ ...none, ...rows }, { sentence: () => sentence }));
}
/** Highlights by their ids, which are also their order in the text. */
function highlights(texts: Readonly<Record<string, string | Partial<HighlightRow>>>): Rows {
  return {
    highlights: Object.entries(texts).map(([_id, given], ordinal) =>
      highlightRow({
        _id,
        ordinal,
        ...(typeof given === 'string' ? { text: { vi: given, en: '—' } } : given),
      }),
    ),
  };
}
const search = async (text: string) => findEntries(store.searchEntries, parseSearchQuery(text), 100);
/** Ids in order; those with exact accents have a mark. */
const found = async (text: string) => (await search(text)).map(({ _id, exact }) => (exact ? `${_id}!` : _id));

describe('what is found', () => {
  beforeAll(() =>
    hold(
      highlights({
        radio: 'Đài truyền thanh xã ở Đắk Nông',
        mobile: 'Doanh thu dịch vụ di động',
        health: 'Cục Tin học hóa khai báo y tế',
      }),
    ),
  );

  test.each([
    ['Đắk Nông', ['radio!']],
    ['dak nong', ['radio']],
    ['DAK NONG', ['radio']],
    ['ĐẮC NÔNG', ['radio!']],
    ['Đắk Nông'.normalize('NFD'), ['radio!']],
    ['đài truyền thanh', ['radio!']],
    ['dai truyen thanh', ['radio']],
    ['  dịch   vụ ', ['mobile!']],
    ['dich vu Di Động', ['mobile']],
    ['động di', ['mobile!']],
    ['tin học hoá', ['health!']],
    ['tin học hóa'.normalize('NFD'), ['health!']],
    ['AITA', ['health!']],
    // All words, not any of them; and no part of a word.
    ['doanh thu xã', []],
    ['anh', []],
  ])('%j finds %j', async (text, ids) => {
    expect(await found(text)).toEqual(ids);
  });
});

describe('the order', () => {
  test('is exact accents first, then more of it side by side', async () => {
    await hold(
      highlights({
        other: 'thu hoa quả',
        apart: 'thư gửi hóa đơn thu',
        behind: 'Hóa thư',
        exact: 'thư Hóa',
      }),
    );
    expect(await found('thư hóa')).toEqual(['exact!', 'apart!', 'behind!', 'other']);
    // The tone of an unfinished word may still come: "hóa" is exact for "hoa", "thư" is not for "thu".
    expect(await found('thu hoa')).toEqual(['other!', 'apart!', 'exact', 'behind']);
  });

  test('is then the record’s own words before its source’s', async () => {
    await hold(
      highlights({ source: 'Một câu khác', own: 'Băng rộng cố định' }),
      'Băng rộng cố định tăng nhanh.',
    );
    expect(await found('băng rộng')).toEqual(['own!', 'source!']);
    expect(await found('tăng nhanh')).toEqual(['source!', 'own!']);
  });

  test('is then the kind, figures to compare with last, and the newest', async () => {
    const name = { vi: 'Thuê bao', en: '—' };
    await hold({
      ...highlights({
        'highlight-old': { text: name, document: '2020-03-02-conclusions-q1-2020' },
        'highlight-new': { text: name, document: '2022-08-29-briefing-august-2022' },
      }),
      indicators: [indicatorRow({ _id: 'any.subscribers', name })],
      observations: [
        observationRow({ _id: 'base', indicator: 'any.subscribers', role: 'BASE' }),
        observationRow({ _id: 'old', indicator: 'any.subscribers', knownFrom: '2020-07-06' }),
        observationRow({ _id: 'new', indicator: 'any.subscribers', knownFrom: '2020-08-04' }),
      ],
      tasks: [taskRow({ _id: 'task', title: name })],
    });
    expect(await found('thuê bao')).toEqual(
      ['any.subscribers', 'new', 'old', 'base', 'task', 'highlight-new', 'highlight-old'].map(
        (id) => `${id}!`,
      ),
    );
  });

  test('holds for the best of many, not for the first that are met', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`inexact-${index}`, 'thu hoa']),
    );
    await hold(highlights({ ...many, exact: 'thư hóa' }));
    const [best, ...others] = await findEntries(store.searchEntries, parseSearchQuery('thư hóa'), 5);
    expect(best?._id).toBe('exact');
    expect(others).toHaveLength(4);
  });
});

describe('names', () => {
  beforeAll(() =>
    hold(
      highlights({
        text: 'Hội nghị tại Thành phố Hồ Chí Minh',
        code: { text: { vi: 'Bốn Sở hỏi', en: '—' }, provinces: ['79'] },
        department: { text: { vi: 'Một Sở hỏi', en: '—' }, agencies: ['SO_TTTT_79'] },
        union: 'Đoàn Thanh niên xã, Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh',
        scattered: 'Hồ ở Chí Linh, sông ở Minh Hóa',
      }),
    ),
  );

  test.each(['TPHCM', 'tp.hcm', 'Sài Gòn', 'sai gon'])(
    '%s finds all that is of the province',
    async (text) => {
      expect((await search(text)).map(({ _id }) => _id).sort()).toEqual(['code', 'department', 'text']);
    },
  );

  test('spelled out, a name also finds where it only stands in another', async () => {
    expect((await search('ho chi minh')).map(({ _id }) => _id).sort()).toEqual([
      'code',
      'department',
      'text',
      'union',
    ]);
  });

  test('are exact by the accents of the name that was typed, whichever of its names stands there', async () => {
    expect(await found('Sài Gòn')).toEqual(expect.arrayContaining(['text!', 'code!']));
    expect(await found('sai gon')).toEqual(expect.arrayContaining(['text', 'code']));
  });

  test('of a department find what is addressed to all of them only by their common name', async () => {
    expect((await search('Sở TTTT')).map(({ _id }) => _id)).toEqual(['department']);
    expect((await search('Sở TTTT TPHCM')).map(({ _id }) => _id)).toEqual(['department']);
  });
});

describe('an unfinished last word', () => {
  beforeAll(() =>
    hold(highlights({ whole: 'Doanh thu', begun: 'Doanh nghiệp thuê', tone: 'Doanh mục động' })),
  );

  test('counts as a beginning only where no record holds it whole', async () => {
    expect(await found('doanh thu')).toEqual(['whole!']);
    // The last by its document's title, which has "tháng" in it.
    expect(await found('doanh th')).toEqual(['whole!', 'begun!', 'tone!']);
    expect(await found('doanh thuê')).toEqual(['begun!']);
    expect(await found('mục đô')).toEqual(['tone!']);
    expect(await found('mục đọ')).toEqual(['tone']);
  });

  test('is finished by a blank', async () => {
    expect(await found('doanh th ')).toEqual([]);
  });
});

describe('special characters are text', () => {
  beforeAll(() =>
    hold(
      highlights({
        share: 'Đạt 100% dịch vụ công',
        count: 'Có 100 đài, tăng 5%',
        levels: 'Dịch vụ công mức độ 3, 4',
        glued: 'Dịch vụ công mức độ 3,4',
        figure: 'Đạt 3,4% và 7,39 nghìn tỷ (ước)',
        code: 'Giá trị $where và {"$ne": null}',
        star: 'Chú thích * dưới bảng',
      }),
    ),
  );

  test.each([
    ['100%', ['share!']],
    ['100', ['share!', 'count!']],
    ['%', ['share!', 'count!', 'figure!']],
    ['3, 4', ['levels!', 'glued!']],
    ['mức độ 3,4', ['glued!', 'levels!']],
    ['3,4%', ['figure!']],
    ['7,39', ['figure!']],
    ['39', []],
    ['(', ['figure!']],
    ['.*', ['star!']],
    ['$where', ['code!']],
    ['$ne', ['code!']],
    ['{"$ne": null}', ['code!']],
    ['{"$gt": ""}', []],
    ['-công', ['share!', 'levels!', 'glued!']],
    ['"dịch công"', ['share!', 'levels!', 'glued!']],
    ['^', []],
    ['[a-z]+', []],
    ['\\', []],
    ['@province:79', []],
    ['@=ho chi minh', []],
  ])('%j finds %j', async (text, ids) => {
    expect((await found(text)).sort()).toEqual(ids.sort());
  });

  test('none of them is an operator of MongoDB: any text is answered', async () => {
    const typed = fc.array(
      fc.constantFrom(
        '$',
        '$$ROOT',
        '{',
        '}',
        '.*',
        '\\',
        '"',
        "'",
        'công',
        '\u0000',
        '😀',
        '%',
        '(',
        ' ',
        'null',
      ),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(typed, async (parts) => {
        const text = parts.join('');
        fc.pre(/[^\s\p{M}\p{Cf}]/u.test(text));
        await expect(search(text)).resolves.toBeInstanceOf(Array);
      }),
      { numRuns: 60 },
    );
  });
});

import { describe, expect, test } from 'vitest';
import { madeUpSector } from '../../tests/support/made-up-sector.ts';
import { checkFigures } from './check-figures.ts';

function faultsOf(record: object, printed?: string): string[] {
  const cite = { line: 1, start: 0, end: 9, ...(printed === undefined ? {} : { printed }) };
  const observation = { indicator: 'made-up.parcels', period: '2020-07', cite, ...record };
  return checkFigures(madeUpSector({ observations: [observation] })).map(({ fault }) => fault);
}

const change = {
  base: 'UNSTATED',
  direction: 'UP',
  qualifier: 'NOT_STATED',
  cite: { line: 1, start: 0, end: 4, printed: 'tăng' },
};

describe('checkFigures', () => {
  test.each([
    [{ value: '12500000' }, '12,5 triệu bưu kiện'],
    [{ value: '12500000', qualifier: 'ABOUT' }, 'khoảng 12,5 triệu'],
    [{ lower: '700', upper: '900', qualifier: 'RANGE' }, '700-900 bưu kiện'],
    [{ lower: '100', upper: '1000', qualifier: 'ORDER_OF_MAGNITUDE' }, 'hàng trăm bưu kiện'],
    [{ indicator: 'made-up.provinces', value: '46', outOf: '63' }, '46/63 tỉnh'],
    [{ indicator: 'made-up.share', value: '61.5' }, '61,5%'],
    [{ indicator: 'made-up.provinces', value: '12' }, '12 tỉnh biên giới'],
    [{ indicator: 'made-up.revenue', value: '3000000000' }, '3 tỷ đồng'],
    [{ qualifier: 'NOT_STATED', comparisons: [change] }, undefined],
  ])('lets %o pass, printed %s', (record, printed) => {
    expect(faultsOf(record, printed)).toEqual([]);
  });

  test.each([
    ['a digit', { value: '12600000' }, '12,5 triệu', /value is 12600000, but 12500000 is printed/u],
    ['a lower end', { lower: '701', upper: '900', qualifier: 'RANGE' }, '700-900', /lower is 701/u],
    ['an upper end', { lower: '700', upper: '901', qualifier: 'RANGE' }, '700-900', /upper is 901/u],
    ['a whole', { value: '46', outOf: '64' }, '46/63', /outOf is 64, but 63/u],
    ['no whole', { value: '46' }, '46/63', /outOf is absent, but 63/u],
    ['a qualifier', { value: '12', qualifier: 'ABOUT' }, 'gần 12', /qualifier is ABOUT, but NEARLY/u],
    ['no qualifier', { value: '12' }, 'gần 12', /qualifier is EXACT, but NEARLY/u],
    [
      'both a value and ends',
      { value: '8', lower: '7', upper: '9', qualifier: 'RANGE' },
      '7-9',
      /RANGE does not go/u,
    ],
    ['one end', { lower: '7', qualifier: 'RANGE' }, '7-9', /RANGE does not go/u],
    ['nothing', {}, '12', /EXACT does not go/u],
    [
      'a value where none is stated',
      { value: '12', qualifier: 'NOT_STATED' },
      undefined,
      /NOT_STATED does not go/u,
    ],
    ['neither figure nor change', { qualifier: 'NOT_STATED' }, undefined, /neither a figure nor a change/u],
    [
      'words for what is not stated',
      { qualifier: 'NOT_STATED', comparisons: [change] },
      '12',
      /none must be given/u,
    ],
    ['no words', { value: '12' }, undefined, /as printed is missing/u],
    [
      'words that are no figure',
      { value: '12' },
      'mười hai ba',
      /qualifier|cannot be read|none of the words/u,
    ],
    ['a percentage for a count', { value: '12' }, '12%', /PARCEL is no percentage/u],
    [
      'a count for a percentage',
      { indicator: 'made-up.share', value: '12' },
      '12',
      /SHARE_PERCENT is a percentage/u,
    ],
    ['words behind the %', { indicator: 'made-up.share', value: '12' }, '12% bộ', /no part of it/u],
    ["another unit's words", { value: '12' }, '12 tỉnh', /"tỉnh" is none of the words of unit PARCEL/u],
    [
      'a longer unit',
      { indicator: 'made-up.ministries', value: '12' },
      '12 bộ, tỉnh',
      /none of the words of unit MINISTRY/u,
    ],
  ])('finds %s', (_, record, printed, message) => {
    expect(faultsOf(record, printed)).toEqual([expect.stringMatching(message)]);
  });

  test('holds targets to it as well', () => {
    const target = {
      id: 'a',
      indicator: 'made-up.share',
      text: { vi: 'a', en: 'a' },
      value: '90',
      cite: { line: 1, start: 0, end: 4, printed: '100%' },
    };
    expect(checkFigures(madeUpSector({ targets: [target] }))).toMatchObject([
      { check: 'FIGURES', at: 'targets.yml:1', fault: 'value is 90, but 100 is printed' },
    ]);
  });
});

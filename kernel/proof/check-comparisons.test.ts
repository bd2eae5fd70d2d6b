import { describe, expect, test } from 'vitest';
import { madeUpSector } from '../../tests/support/made-up-sector.ts';
import { checkComparisons } from './check-comparisons.ts';

function comparison(printed: string, fields: object) {
  return { base: 'UNSTATED', cite: { line: 1, start: 0, end: 9, printed }, ...fields };
}

function faultsOf(...comparisons: object[]): string[] {
  const observation = {
    indicator: 'made-up.parcels',
    period: '2020-07',
    qualifier: 'NOT_STATED',
    cite: { line: 1, start: 0, end: 9 },
    comparisons,
  };
  return checkComparisons(madeUpSector({ observations: [observation] })).map(({ fault }) => fault);
}

const up = { direction: 'UP', unit: 'PERCENT', stated: '8.4' };

describe('checkComparisons', () => {
  test.each([
    ['tăng 8,4%', up],
    ['giảm khoảng 8,4%', { direction: 'DOWN', unit: 'PERCENT', stated: '-8.4', qualifier: 'ABOUT' }],
    ['giảm 0,2 điểm phần trăm', { direction: 'DOWN', unit: 'PERCENTAGE_POINT', stated: '-0.2' }],
    ['tăng gấp đôi', { direction: 'UP', unit: 'MULTIPLE', stated: '2' }],
    ['giảm 2 lần', { direction: 'DOWN', unit: 'MULTIPLE', stated: '2' }],
    ['giảm 12 bưu kiện', { direction: 'DOWN', unit: 'ABSOLUTE', stated: '-12' }],
    ['giảm nhẹ', { direction: 'DOWN', qualifier: 'NOT_STATED' }],
    ['không đổi', { direction: 'UNCHANGED', qualifier: 'NOT_STATED' }],
  ])('lets %s pass', (printed, fields) => {
    expect(faultsOf(comparison(printed, fields))).toEqual([]);
  });

  test.each([
    ['a digit', 'tăng 8,4%', { ...up, stated: '8.5' }, /stated, .*is 8\.5, but 8\.4 is printed/u],
    ['the wrong sign', 'giảm 8,4%', { ...up, direction: 'DOWN' }, /has not the sign of DOWN/u],
    [
      'a signed multiple',
      'giảm 2 lần',
      { direction: 'DOWN', unit: 'MULTIPLE', stated: '-2' },
      /has not the sign/u,
    ],
    ['another direction', 'giảm 8,4%', up, /direction is UP, but DOWN is printed/u],
    [
      'another unit',
      'tăng 8,4%',
      { ...up, unit: 'PERCENTAGE_POINT' },
      /unit is PERCENTAGE_POINT, but PERCENT/u,
    ],
    ['another qualifier', 'tăng gần 8,4%', up, /qualifier is EXACT, but NEARLY/u],
    ['a number in words alone', 'tăng nhẹ', { ...up, qualifier: 'NOT_STATED' }, /unit is PERCENT, but none/u],
    [
      'words alone for a number',
      'tăng 8,4%',
      { direction: 'UP', qualifier: 'NOT_STATED' },
      /unit is absent/u,
    ],
    [
      "another unit's words",
      'tăng 12 tỉnh',
      { direction: 'UP', unit: 'ABSOLUTE', stated: '12' },
      /"tỉnh" is none/u,
    ],
    ['no change', '8,4%', up, /cannot be read as a change/u],
  ])('finds %s', (_, printed, fields, message) => {
    expect(faultsOf(comparison(printed, fields)).join()).toMatch(message);
  });

  test('a change without a direction says again what one with the same base says', () => {
    const again = { direction: 'UP', unit: 'ABSOLUTE', stated: '63' };
    expect(faultsOf(comparison('tăng 8,4%', up), comparison('tương đương 63 bưu kiện', again))).toEqual([]);
    expect(faultsOf(comparison('tương đương 63 bưu kiện', again))).toEqual([
      expect.stringMatching(/prints no direction/u),
    ]);
    const down = { ...again, direction: 'DOWN', stated: '-63' };
    expect(faultsOf(comparison('tăng 8,4%', up), comparison('tương đương 63 bưu kiện', down))).toEqual([
      expect.stringMatching(/comparison 2: prints no direction/u),
    ]);
  });
});

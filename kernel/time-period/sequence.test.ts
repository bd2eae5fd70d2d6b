import { describe, expect, test } from 'vitest';
import { parseTimePeriod } from './parse.ts';
import { nextPeriod, previousPeriod, yearAfter, yearBefore } from './sequence.ts';

describe('previousPeriod and nextPeriod', () => {
  test.each([
    ['2019', '2020'],
    ['2019-S2', '2020-S1'],
    ['2020-S1', '2020-S2'],
    ['2019-Q4', '2020-Q1'],
    ['2020-02', '2020-03'],
    ['2019-12', '2020-01'],
    ['2019-W52', '2020-W01'],
    ['2020-W53', '2021-W01'],
    ['2020-02-29', '2020-03-01'],
    ['2020-01-01/P2M', '2020-03-01/P2M'],
    ['2019-06-01/P7M', '2020-01-01/P7M'],
    ['2019-07-01/P1Y', '2020-07-01/P1Y'],
    ['2020-02-05/P5D', '2020-02-10/P5D'],
    ['2020-01-15/P1M', '2020-02-15/P1M'],
  ])('%s comes before %s', (before, after) => {
    expect(previousPeriod(parseTimePeriod(after)).id).toBe(before);
    expect(nextPeriod(parseTimePeriod(before)).id).toBe(after);
  });

  test('a range in days may come upon a calendar period', () => {
    expect(nextPeriod(parseTimePeriod('2019-05-02/P30D')).id).toBe('2019-06');
  });

  test('refuse to leave the years 1900 to 2199', () => {
    expect(() => previousPeriod(parseTimePeriod('1900'))).toThrow(
      'A time period must be one of the calendar: its years must be 1900 to 2199, but got: "1899"',
    );
    expect(() => previousPeriod(parseTimePeriod('1900-01-01/P2M'))).toThrow(/but got: "1899-11-01\/P2M"$/u);
    expect(() => nextPeriod(parseTimePeriod('2199-12-31'))).toThrow(/but got: "2200-01-01"$/u);
  });
});

describe('yearBefore and yearAfter', () => {
  test.each([
    ['2020', '2019'],
    ['2020-S1', '2019-S1'],
    ['2020-Q3', '2019-Q3'],
    ['2020-06', '2019-06'],
    ['2020-02', '2019-02'],
    ['2020-W11', '2019-W11'],
    ['2020-W53', '2019-W52'],
    ['2020-07-31', '2019-07-31'],
    ['2020-02-29', '2019-02-28'],
    ['2020-01-01/P7M', '2019-01-01/P7M'],
    ['2020-01-01/P2M', '2019-01-01/P2M'],
    ['2020-02-10/P25D', '2019-02-10/P24D'],
    ['2021-01-01/P2Y', '2020-01-01/P2Y'],
  ])('of %s the same a year before is %s', (id, before) => {
    expect(yearBefore(parseTimePeriod(id)).id).toBe(before);
  });

  test('go to and fro where both years have the period', () => {
    expect(yearAfter(yearBefore(parseTimePeriod('2020-01-01/P7M'))).id).toBe('2020-01-01/P7M');
    expect(yearAfter(parseTimePeriod('2019-W52')).id).toBe('2020-W52');
    expect(yearAfter(parseTimePeriod('2020-02-29')).id).toBe('2021-02-28');
  });
});

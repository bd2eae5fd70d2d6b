import { expect, test } from 'vitest';
import { parseTimePeriod } from './parse.ts';
import { isYearToDate, yearToDatePeriod } from './year-to-date.ts';

test.each([
  ['2020', '2020'],
  ['2020-S1', '2020-S1'],
  ['2020-S2', '2020'],
  ['2020-Q1', '2020-Q1'],
  ['2020-Q2', '2020-S1'],
  ['2020-Q3', '2020-01-01/P9M'],
  ['2020-01', '2020-01'],
  ['2020-07', '2020-01-01/P7M'],
  ['2020-08-04', '2020-01-01/P217D'],
  ['2020-W01', '2020-01-01/P5D'],
  ['2019-07-01/P1Y', '2020-S1'],
])('the year to date of %s is %s', (id, toDate) => {
  expect(yearToDatePeriod(parseTimePeriod(id)).id).toBe(toDate);
});

test.each([
  ['2020', true],
  ['2020-S1', true],
  ['2020-Q1', true],
  ['2020-01', true],
  ['2020-01-01/P7M', true],
  ['2020-S2', false],
  ['2020-07', false],
  ['2020-W01', false],
  ['2019-01-01/P18M', false],
])('%s runs from the beginning of its year: %s', (id, expected) => {
  expect(isYearToDate(parseTimePeriod(id))).toBe(expected);
});

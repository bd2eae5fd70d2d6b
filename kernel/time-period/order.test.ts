import { expect, test } from 'vitest';
import { comparePeriods, containsPeriod } from './order.ts';
import { parseTimePeriod } from './parse.ts';

test('a series stands in the order of its ends, what contains before its parts', () => {
  const ordered = [
    '2019-12',
    '2020-W01',
    '2020-01',
    '2020-S1',
    '2020-Q2',
    '2020-06',
    '2020-06-30',
    '2020-01-01/P7M',
    '2020-07',
    '2020',
    '2020-S2',
    '2020-Q4',
    '2020-12',
    '2020-12-31',
    '2020-W53',
  ];
  const shuffled = ordered.toSorted().map(parseTimePeriod);
  expect(shuffled.toSorted(comparePeriods).map(({ id }) => id)).toEqual(ordered);
});

test.each([
  ['2020', '2020-Q3', true],
  ['2020-S2', '2020-Q3', true],
  ['2020-01-01/P7M', '2020-07', true],
  ['2020-01-01/P7M', '2020-Q3', false],
  ['2020-07', '2020-07', true],
  ['2020', '2020-W01', false],
  ['2020-07', '2020', false],
])('%s contains %s: %s', (outer, inner, expected) => {
  expect(containsPeriod(parseTimePeriod(outer), parseTimePeriod(inner))).toBe(expected);
});

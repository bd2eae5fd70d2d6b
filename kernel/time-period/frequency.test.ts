import { expect, test } from 'vitest';
import { frequencyOf } from './frequency.ts';
import { parseTimePeriod } from './parse.ts';

test.each([
  ['2020', 'YEARLY'],
  ['2020-S1', 'HALF_YEARLY'],
  ['2020-Q3', 'QUARTERLY'],
  ['2020-07', 'MONTHLY'],
  ['2020-W11', 'WEEKLY'],
  ['2020-07-31', 'DAILY'],
  ['2020-01-01/P7M', null],
])('%s comes %s', (id, frequency) => {
  expect(frequencyOf(parseTimePeriod(id))).toBe(frequency);
});

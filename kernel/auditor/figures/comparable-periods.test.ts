import { expect, test } from 'vitest';
import { parseTimePeriod } from '../../time-period/parse.ts';
import { comparablePeriods } from './comparable-periods.ts';

test.each([
  ['a month and the month a year before', '2020-07', '2019-07', 'FLOW', 'CURRENCY', true],
  ['a leap February and another', '2020-02', '2019-02', 'FLOW', 'COUNT', true],
  ['two halves of a year', '2020-S1', '2019-S2', 'FLOW', 'COUNT', true],
  ['a month and a half year', '2020-06', '2019-S1', 'FLOW', 'CURRENCY', false],
  ['a week and a month', '2020-W11', '2020-02', 'FLOW', 'COUNT', false],
  ['two weeks', '2020-W11', '2019-W11', 'FLOW', 'COUNT', true],
  ['seven months since January, twice', '2020-01-01/P7M', '2019-01-01/P7M', 'YEAR_TO_DATE', 'CURRENCY', true],
  ['seven months since January and six', '2020-01-01/P7M', '2020-S1', 'YEAR_TO_DATE', 'CURRENCY', false],
  ['since January and not', '2020-S1', '2019-S2', 'YEAR_TO_DATE', 'CURRENCY', false],
  ['stocks of any days', '2020-09-07', '2019', 'AS_OF', 'COUNT', true],
  ['averages of any length', '2020-S1', '2019', 'AVERAGE', 'COUNT', true],
  ['a percentage, which does not add up', '2020-06', '2019', 'FLOW', 'PERCENT', true],
] as const)('%s: %s, %s', (_, figure, base, basis, kind, expected) => {
  expect(comparablePeriods(parseTimePeriod(figure), parseTimePeriod(base), { basis, kind })).toBe(expected);
});

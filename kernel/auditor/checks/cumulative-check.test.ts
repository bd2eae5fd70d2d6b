import { describe, expect, test } from 'vitest';
import { check, row, told } from './check-for-tests.ts';

describe('CUMULATIVE', () => {
  const quarter = (printed: string) => row('test.revenue.year-to-date', '2020-Q1', printed);
  const month = (number: number, printed: string) =>
    row('test.revenue', `2020-0${number}`, printed, { edition: '2020-S1' });

  test('adds up the months since January', () => {
    const months = [month(1, '1,1 tỷ'), month(2, '1,2 tỷ'), month(3, '1,3 tỷ')];
    expect(told([quarter('3,6 tỷ')], months)).toEqual([['CUMULATIVE', 'CONSISTENT', null, '3600000000']]);
    expect(told([quarter('3,7 tỷ')], months)).toEqual([['CUMULATIVE', 'ROUNDING', null, '3600000000']]);
    expect(told([quarter('4,9 tỷ')], months)).toEqual([
      ['CUMULATIVE', 'INCONSISTENT', 'WRONG_TOTAL', '3600000000'],
    ]);
  });

  test('adds the last month to the figure of the month before', () => {
    const before = row('test.revenue.year-to-date', '2020-01-01/P2M', '2,3 tỷ', { edition: '2020-S1' });
    const found = told([quarter('3,6 tỷ')], [before, month(3, '1,3 tỷ')]);
    expect(found).toEqual([
      ['CUMULATIVE', 'BASE_MISSING', null, null],
      ['CUMULATIVE', 'CONSISTENT', null, '3600000000'],
    ]);
  });

  test('finds months that pass the figure since January, though some are missing', () => {
    expect(told([quarter('1 tỷ')], [month(1, '1,7 tỷ')])).toEqual([
      ['CUMULATIVE', 'INCONSISTENT', null, '1700000000'],
    ]);
  });

  test('says how many months are missing', () => {
    const [finding] = check([quarter('3,6 tỷ')], [month(1, '1,1 tỷ')]);
    expect(finding).toMatchObject({ verdict: 'BASE_MISSING', computed: null, interval: null });
    expect(finding?.explanation.en).toBe(
      'In billion CURRENCY, the only term held is 1.1, which does not pass the 3.6 billion CURRENCY that is stated. 2 more terms are not held, so that the total cannot be added up.',
    );
  });

  test('takes no months in another unit, and none without a period since January', () => {
    const income = row('test.income.year-to-date', '2020-Q1', '3,6 tỷ');
    expect(told([income], [row('test.income', '2020-01', '9 tỷ')])).toEqual([]);
    expect(told([row('test.revenue.year-to-date', '2020-Q2', '1 tỷ')], [month(4, '9 tỷ')])).toEqual([]);
  });
});

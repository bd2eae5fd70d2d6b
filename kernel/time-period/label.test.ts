import { expect, test } from 'vitest';
import { periodLabel } from './label.ts';
import { parseTimePeriod } from './parse.ts';

test.each([
  ['2020', 'năm 2020', '2020'],
  ['2020-S1', '6 tháng đầu năm 2020', 'first half of 2020'],
  ['2020-S2', '6 tháng cuối năm 2020', 'second half of 2020'],
  ['2020-Q1', 'Quý I/2020', 'Q1 2020'],
  ['2020-Q3', 'Quý III/2020', 'Q3 2020'],
  ['2020-Q4', 'Quý IV/2020', 'Q4 2020'],
  ['2020-07', 'tháng 7/2020', 'July 2020'],
  ['2020-12', 'tháng 12/2020', 'December 2020'],
  ['2020-W11', 'tuần 11/2020', 'week 11 of 2020'],
  ['2020-W01', 'tuần 1/2020', 'week 1 of 2020'],
  ['2020-07-31', 'ngày 31/7/2020', '31 July 2020'],
  ['2020-01-01/P7M', '7 tháng đầu năm 2020', 'first 7 months of 2020'],
  ['2020-01-01/P2M', '2 tháng đầu năm 2020', 'first 2 months of 2020'],
  ['2020-02-01/P2M', 'từ ngày 1/2/2020 đến ngày 31/3/2020', '1 February 2020 to 31 March 2020'],
  ['2020-01-01/P10D', 'từ ngày 1/1/2020 đến ngày 10/1/2020', '1 January 2020 to 10 January 2020'],
  ['2019-01-01/P18M', 'từ ngày 1/1/2019 đến ngày 30/6/2020', '1 January 2019 to 30 June 2020'],
])('%s is “%s” and “%s”', (id, vietnamese, english) => {
  expect(periodLabel(parseTimePeriod(id), 'VI')).toBe(vietnamese);
  expect(periodLabel(parseTimePeriod(id), 'EN')).toBe(english);
});

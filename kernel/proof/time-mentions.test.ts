import { expect, test } from 'vitest';
import { timeMentions } from './time-mentions.ts';

function read(text: string) {
  return timeMentions(text, '2020-08-04').map(({ period, means }) => `${period.id} ${means}`);
}

test.each([
  ['tính đến ngày 3/8/2020', ['2020-08-03 WHOLE']],
  ['ngày 3 tháng 8 năm 2020', ['2020-08-03 WHOLE']],
  ['sáng ngày 3/8', ['2020-08-03 WHOLE']],
  ['tháng 5/2019 và tháng 7', ['2019-05 WHOLE', '2020-07 WHOLE']],
  ['so với tháng 12', ['2019-12 WHOLE']],
  ['so với 12/2019', ['2019-12 WHOLE']],
  ['quý II/2020', ['2020-Q2 WHOLE']],
  ['Quý I năm 2020', ['2020-Q1 WHOLE']],
  ['tuần 11/2020', ['2020-W11 WHOLE']],
  ['6 tháng cuối năm 2019', ['2019-S2 WHOLE']],
  ['7 tháng đầu năm', ['2020-01-01/P7M WHOLE']],
  ['so với cùng kỳ 2019', ['2019 SAME_SPAN']],
  ['so với cùng kỳ năm 2019', ['2019 SAME_SPAN']],
  ['so với cùng kỳ tháng 7/2019', ['2019-07 WHOLE']],
  ['so với đầu năm 2020', ['2020 BEGINNING']],
  ['đến cuối năm 2020', ['2020 END']],
  ['giai đoạn 2020-2025', ['2020 WHOLE', '2025 WHOLE']],
  ['46/63 tỉnh, 9/12 bộ, 1.250 lượt, 2.020 lượt', []],
  ['1000 người, mã 2020X', []],
])('reads the times of %s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test('says where a time stands and whether its year is printed', () => {
  expect(timeMentions('Từ tháng 5 nay', '2020-08-04')).toMatchObject([
    { start: 3, end: 10, text: 'tháng 5', yearPrinted: false },
  ]);
  expect(timeMentions('tháng 5/2020', '2020-08-04')).toMatchObject([{ yearPrinted: true }]);
});

import { expect, test } from 'vitest';
import { deadlineMarks, digitRuns, numberTokens } from './number-tokens.ts';

const texts = (tokens: readonly { text: string }[]) => tokens.map(({ text }) => text);

test.each([
  ['có 1.234.567 bưu kiện, 12,5% và 46/63 nơi', ['1.234.567', '12,5', '46/63']],
  ['ngày 5/9/2020 lúc 07:45.', ['5/9/2020', '07:45']],
  ['700-900 lượt, mức độ 3,4; số 12/QĐ-ABC', ['700-900', '3,4', '12']],
  ['mạng 9G, hình-07.jpg', ['9', '07']],
  ['hàng trăm lượt, nhiều triệu lượt, tăng gấp đôi', ['hàng trăm', 'nhiều triệu', 'gấp đôi']],
  ['hàng năm có nhiều người, một nơi', []],
])('finds the numbers of %s', (line, expected) => {
  expect(texts(numberTokens(line))).toEqual(expected);
});

test('says where they stand', () => {
  expect(numberTokens('gửi 12,5 triệu')).toEqual([{ start: 4, end: 8, text: '12,5' }]);
});

test('a run of digits is found whole, and words are none', () => {
  expect(texts(digitRuns('hàng trăm lượt, 46/63 nơi'))).toEqual(['46/63']);
});

test('finds a deadline announced, in either case', () => {
  expect(texts(deadlineMarks('Thời hạn: tháng 9. Dời thời hạn.'))).toEqual(['Thời hạn', 'thời hạn']);
});

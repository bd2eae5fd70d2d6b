import { describe, expect, test } from 'vitest';
import { CodedError } from '../errors.ts';
import { parsePrintedDeadline } from './printed-deadline.ts';

const plain = { soft: false, inferred: false, recurrence: null };

describe('parsePrintedDeadline', () => {
  test.each([
    ['trước 01/5/2020', null, '2020-04-30', 'DAY'],
    ['trước 30/6/2020', null, '2020-06-29', 'DAY'],
    ['trước ngày 1/1/2021', null, '2020-12-31', 'DAY'],
    ['trước tháng 6/2020', null, '2020-05-31', 'MONTH'],
    ['trước tuần 11/2020', null, '2020-03-08', 'WEEK'],
    ['trước Quý III/2020', null, '2020-06-30', 'QUARTER'],
    ['trước năm 2021', null, '2020-12-31', 'YEAR'],
    ['trong tuần 10/2020', '2020-03-02', '2020-03-08', 'WEEK'],
    ['trong tuần 11/2020', '2020-03-09', '2020-03-15', 'WEEK'],
    ['tháng 3/2020', '2020-03-01', '2020-03-31', 'MONTH'],
    ['tháng 6/2020', '2020-06-01', '2020-06-30', 'MONTH'],
    ['Tháng 4/2020', '2020-04-01', '2020-04-30', 'MONTH'],
    ['tháng 9/2020', '2020-09-01', '2020-09-30', 'MONTH'],
    ['tháng 9 năm 2020', '2020-09-01', '2020-09-30', 'MONTH'],
    ['9/2020', '2020-09-01', '2020-09-30', 'MONTH'],
    ['trong tháng 12/2022', '2022-12-01', '2022-12-31', 'MONTH'],
    ['trong Quý III/2020', '2020-07-01', '2020-09-30', 'QUARTER'],
    ['hoàn thành trong Quý III/2020', '2020-07-01', '2020-09-30', 'QUARTER'],
    ['quý 4 năm 2020', '2020-10-01', '2020-12-31', 'QUARTER'],
    ['6 tháng cuối năm 2020', '2020-07-01', '2020-12-31', 'MONTH'],
    ['6 tháng đầu năm 2020', '2020-01-01', '2020-06-30', 'MONTH'],
    ['trong năm 2020', '2020-01-01', '2020-12-31', 'YEAR'],
    ['ngay trong năm 2020 này', '2020-01-01', '2020-12-31', 'YEAR'],
    ['trong 2021', '2021-01-01', '2021-12-31', 'YEAR'],
    ['vào năm 2045', '2045-01-01', '2045-12-31', 'YEAR'],
    ['ngày 31 tháng 12 năm 2020', '2020-12-31', '2020-12-31', 'DAY'],
    ['chậm nhất là năm 2021', null, '2021-12-31', 'YEAR'],
    ['chậm nhất ngày 15/9/2020', null, '2020-09-15', 'DAY'],
    ['không muộn hơn tháng 9/2020', null, '2020-09-30', 'MONTH'],
    ['đến hết năm 2020', null, '2020-12-31', 'YEAR'],
    ['hết năm 2022', null, '2022-12-31', 'YEAR'],
    ['đến năm 2045', null, '2045-12-31', 'YEAR'],
    ['đến 2025', null, '2025-12-31', 'YEAR'],
    ['đến trước 31/12/2020', null, '2020-12-30', 'DAY'],
    ['đến cuối năm 2022', null, '2022-12-31', 'YEAR'],
    ['vào cuối năm 2020', null, '2020-12-31', 'YEAR'],
    ['giai đoạn 2020-2025', '2020-01-01', '2025-12-31', 'YEAR'],
    ['từ tháng 10/2020 đến tháng 11/2020', '2020-10-01', '2020-11-30', 'MONTH'],
    ['Thời hạn: tháng 3/2020.', '2020-03-01', '2020-03-31', 'MONTH'],
  ])('reads %s', (text, earliest, latest, precision) => {
    expect(parsePrintedDeadline(text, '2020-03-02')).toEqual({ ...plain, earliest, latest, precision });
  });

  test.each([
    ['cố gắng hoàn thành trước tháng 6/2020', null, '2020-05-31', 'MONTH'],
    ['phấn đấu đến năm 2025', null, '2025-12-31', 'YEAR'],
  ])('reads %s as soft', (text, earliest, latest, precision) => {
    expect(parsePrintedDeadline(text, '2020-03-02')).toEqual({
      ...plain,
      earliest,
      latest,
      precision,
      soft: true,
    });
  });

  test.each([
    ['ngày 30/9', '2022-08-29', '2022-09-30', '2022-09-30', 'DAY'],
    ['vào ngày 30/9', '2022-08-29', '2022-09-30', '2022-09-30', 'DAY'],
    ['trong dịp nghỉ lễ 2/9', '2022-08-29', '2022-09-02', '2022-09-02', 'DAY'],
    ['tháng 11', '2020-09-07', '2020-11-01', '2020-11-30', 'MONTH'],
    ['tháng 9', '2020-09-07', '2020-09-01', '2020-09-30', 'MONTH'],
    ['tháng 1', '2020-12-20', '2021-01-01', '2021-01-31', 'MONTH'],
    ['trước 30/6', '2020-07-06', null, '2021-06-29', 'DAY'],
    ['ngày 29/2', '2019-05-01', '2020-02-29', '2020-02-29', 'DAY'],
    ['từ tháng 10', '2020-09-07', '2020-10-01', null, 'MONTH'],
    ['ngay từ tháng 10', '2020-09-07', '2020-10-01', null, 'MONTH'],
    ['từ nay đến cuối năm', '2020-09-07', '2020-09-07', '2020-12-31', 'YEAR'],
    ['từ nay đến hết năm 2020', '2020-09-07', '2020-09-07', '2020-12-31', 'YEAR'],
    ['ngay trong ngày hôm nay', '2020-08-04', '2020-08-04', '2020-08-04', 'DAY'],
    ['hôm nay', '2020-08-04', '2020-08-04', '2020-08-04', 'DAY'],
    ['ngày mai', '2020-08-31', '2020-09-01', '2020-09-01', 'DAY'],
    ['trong tuần này', '2020-08-04', '2020-08-03', '2020-08-09', 'WEEK'],
    ['tuần tới', '2020-12-30', '2021-01-04', '2021-01-10', 'WEEK'],
    ['trong tháng này', '2020-08-04', '2020-08-01', '2020-08-31', 'MONTH'],
    ['tháng sau', '2020-12-04', '2021-01-01', '2021-01-31', 'MONTH'],
    ['trong quý này', '2020-08-04', '2020-07-01', '2020-09-30', 'QUARTER'],
    ['trong năm nay', '2020-08-04', '2020-01-01', '2020-12-31', 'YEAR'],
    ['năm sau', '2020-08-04', '2021-01-01', '2021-12-31', 'YEAR'],
  ])('completes %s from %s', (text, reference, earliest, latest, precision) => {
    expect(parsePrintedDeadline(text, reference)).toEqual({
      ...plain,
      earliest,
      latest,
      precision,
      inferred: true,
    });
  });

  test.each([
    'khẩn trương',
    'Khẩn trương',
    'ngay',
    'sớm',
    'kịp thời',
    'trong thời gian tới',
    'Trong thời gian tới',
    'trong thời gian sớm nhất',
    'ngay khi cần thiết',
    'định kỳ',
  ])('finds no date in %s', (text) => {
    expect(parsePrintedDeadline(text, '2020-03-02')).toEqual({
      ...{ ...plain, earliest: null, latest: null, precision: 'NONE' },
    });
  });

  test.each([
    ['hàng ngày', 'DAILY'],
    ['hằng ngày', 'DAILY'],
    ['mỗi ngày', 'DAILY'],
    ['hàng tuần', 'WEEKLY'],
    ['theo tuần', 'WEEKLY'],
    ['theo tháng', 'MONTHLY'],
    ['định kỳ một tháng một lần', 'MONTHLY'],
    ['một tháng một lần', 'MONTHLY'],
    ['định kỳ hàng tháng', 'MONTHLY'],
    ['1 lần/tháng', 'MONTHLY'],
    ['3 tháng một lần', 'QUARTERLY'],
    ['hàng quý', 'QUARTERLY'],
    ['6 tháng một lần', 'HALF_YEARLY'],
    ['sáu tháng/lần', 'HALF_YEARLY'],
    ['hàng năm', 'YEARLY'],
    ['mỗi năm một lần', 'YEARLY'],
  ])('%s recurs %s', (text, recurrence) => {
    expect(parsePrintedDeadline(text, '2020-03-02')).toEqual({
      ...{ ...plain, earliest: null, latest: null, precision: 'NONE', recurrence },
    });
  });

  test.each([
    '',
    'bao giờ',
    'trước',
    'trước 31/2/2020',
    'trước khi họp',
    'trước cuối năm',
    'tháng 13/2020',
    'tháng 0',
    'tuần 53/2019',
    'tuần 0/2020',
    'quý V/2020',
    'quý iiii/2020',
    'ngày 32/1/2020',
    'năm 1020',
    'từ nay',
    'từ nay đến',
    'từ tháng 11/2020 đến tháng 10/2020',
    'giai đoạn 2025-2020',
    '13 tháng đầu năm 2020',
    '2 tuần một lần',
    '5 tháng một lần',
    'đầu năm 2021',
    'đến năm 2025, tầm nhìn 2030',
    'tháng 6/2020 và tháng 7/2020',
  ])('refuses %j', (text) => {
    expect(() => parsePrintedDeadline(text, '2020-03-02')).toThrow(CodedError);
    expect(() => parsePrintedDeadline(text, '2020-03-02')).toThrow(
      /^A deadline as printed must be .*, but got: "/u,
    );
  });

  test('refuses a reference that is no day', () => {
    expect(() => parsePrintedDeadline('ngay', '2020-3-2')).toThrow(
      /^A day must be written .*, but got: "2020-3-2"$/u,
    );
  });
});

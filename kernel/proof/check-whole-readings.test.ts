import { describe, expect, test } from 'vitest';
import { cite, madeUpLines, madeUpSector } from '../../tests/support/made-up-sector.ts';
import { checkWholeReadings } from './check-whole-readings.ts';

const place = { line: 1, start: 0, end: 3 };

function faultsOf(line: string, records: Parameters<typeof madeUpSector>[0]): string[] {
  return checkWholeReadings(madeUpSector(records), madeUpLines(line)).map(({ fault }) => fault);
}

function figureFaults(line: string, printed: string): string[] {
  const observation = {
    indicator: 'made-up.parcels',
    period: '2020-07',
    value: '1',
    cite: cite(line, printed),
  };
  return faultsOf(line, { observations: [observation] });
}

describe('a figure', () => {
  test.each([
    ['Cả vùng gửi khoảng 12,5 triệu bưu kiện trong kỳ', 'khoảng 12,5 triệu bưu kiện'],
    ['Cả năm 2019 có 12 bưu kiện', '12 bưu kiện'],
    ['Gửi 12 bưu kiện, 3 triệu tin', '12 bưu kiện'],
    ['Tỷ lệ là 61% bưu kiện', '61%'],
    ['Gửi 700-900 bưu kiện mỗi ngày', '700-900 bưu kiện'],
  ])('of %s is whole as %s', (line, printed) => {
    expect(figureFaults(line, printed)).toEqual([]);
  });

  test.each([
    [
      'its qualifier',
      'Gửi khoảng 12 bưu kiện',
      '12 bưu kiện',
      /leaves out words that change it: "khoảng 12 bưu kiện"/u,
    ],
    ['its qualifier further off', 'Gửi hơn đạt 12 bưu kiện', '12 bưu kiện', /leaves out words/u],
    ['its multiplier', 'Thu 12 nghìn tỷ đồng', '12', /leaves out words that change it: "12 nghìn/u],
    ['its percent sign', 'Đạt 12% kế hoạch', '12', /leaves out words that change it: "12%/u],
    [
      'its lower end',
      'Có từ 20 đến 30 bưu kiện',
      '30 bưu kiện',
      /leaves out words that change it: .*20 đến 30/u,
    ],
    ['its unit', 'Gửi 12 bưu kiện', '12', /leaves out its unit "bưu kiện"/u],
    ['a unit of another kind', 'Thu 55 tỷ đồng', '55 tỷ', /leaves out its unit "đồng"/u],
  ])('must not leave out %s', (_, line, printed, message) => {
    expect(figureFaults(line, printed)).toEqual([expect.stringMatching(message)]);
  });

  test('that is the whole of a fraction cited beside it may stand alone', () => {
    const line = 'Đã xong ở 46/63 tỉnh';
    const whole = {
      indicator: 'made-up.provinces',
      period: '2020-07',
      value: '63',
      cite: cite(line, '63 tỉnh'),
    };
    const part = { ...whole, value: '46', outOf: '63', cite: cite(line, '46/63 tỉnh') };
    expect(faultsOf(line, { observations: [part, whole] })).toEqual([]);
    expect(faultsOf(line, { observations: [whole] })).toHaveLength(1);
  });
});

describe('a change', () => {
  function changeFaults(line: string, printed: string): string[] {
    const comparison = { base: 'UNSTATED', direction: 'UP', cite: cite(line, printed) };
    const observation = {
      indicator: 'made-up.parcels',
      period: '2020-07',
      cite: place,
      comparisons: [comparison],
    };
    return faultsOf(line, { observations: [observation] });
  }

  test('must not leave out its number or its unit', () => {
    expect(changeFaults('Số ấy tăng 12% so với trước', 'tăng 12%')).toEqual([]);
    expect(changeFaults('Số ấy tăng 12% so với trước', 'tăng')).toHaveLength(1);
    expect(changeFaults('Số ấy tăng 12 điểm phần trăm', 'tăng 12')).toHaveLength(1);
    expect(changeFaults('Số ấy giảm không đáng kể so với trước', 'giảm không đáng kể')).toEqual([]);
  });
});

describe('a deadline', () => {
  function deadlineFaults(line: string, printed: string): string[] {
    const deadline = { cite: cite(line, printed), precision: 'NONE' };
    const task = { id: 'a', title: { vi: 'a', en: 'a' }, leadUnits: ['MIC'], cite: place, deadline };
    return faultsOf(line, { tasks: [task] });
  }

  test('must not leave out what moves its dates', () => {
    expect(deadlineFaults('Thời hạn: trước tháng 9/2020.', 'trước tháng 9/2020')).toEqual([]);
    expect(deadlineFaults('Thời hạn: trước tháng 9/2020.', 'tháng 9/2020')).toHaveLength(1);
    expect(deadlineFaults('Làm xong phấn đấu trước tháng 9/2020', 'trước tháng 9/2020')).toHaveLength(1);
    expect(deadlineFaults('Làm xong trong tháng 9 năm 2021', 'trong tháng 9')).toHaveLength(1);
  });
});

test('asks nothing where the text is not at hand', () => {
  const observation = {
    indicator: 'made-up.parcels',
    period: '2020-07',
    value: '1',
    cite: { ...place, printed: '1' },
  };
  expect(checkWholeReadings(madeUpSector({ observations: [observation] }), () => null)).toEqual([]);
});

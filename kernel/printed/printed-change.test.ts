import { describe, expect, test } from 'vitest';
import { formatDecimal } from '../decimal.ts';
import { CodedError } from '../errors.ts';
import { parsePrintedChange } from './printed-change.ts';

function read(text: string) {
  const { direction, qualifier, unit, stated, resolution, unitWords } = parsePrintedChange(text);
  return {
    direction,
    qualifier,
    unit,
    stated: stated && formatDecimal(stated),
    resolution: resolution && formatDecimal(resolution),
    unitWords,
  };
}

describe('parsePrintedChange', () => {
  test.each([
    ['giảm 9,6%', 'DOWN', 'EXACT', '9.6', '0.1'],
    ['giảm 0,19%', 'DOWN', 'EXACT', '0.19', '0.01'],
    ['giảm 38,78%', 'DOWN', 'EXACT', '38.78', '0.01'],
    ['giảm 5%', 'DOWN', 'EXACT', '5', '1'],
    ['tăng 66,48%', 'UP', 'EXACT', '66.48', '0.01'],
    ['tăng 120%', 'UP', 'EXACT', '120', '1'],
    ['tăng 19,7%', 'UP', 'EXACT', '19.7', '0.1'],
    ['tăng trưởng 2,7%', 'UP', 'EXACT', '2.7', '0.1'],
    ['tăng trưởng 36,56%', 'UP', 'EXACT', '36.56', '0.01'],
    ['tăng khoảng 30%', 'UP', 'ABOUT', '30', '1'],
    ['tăng trên 40%', 'UP', 'MORE_THAN', '40', '1'],
    ['giảm gần 5%', 'DOWN', 'NEARLY', '5', '1'],
    ['tăng thêm 5%', 'UP', 'EXACT', '5', '1'],
    ['giảm đi 5%', 'DOWN', 'EXACT', '5', '1'],
    ['cao hơn 5%', 'UP', 'EXACT', '5', '1'],
    ['tương đương 120%', null, 'EXACT', '120', '1'],
  ])('reads the percentage of %s', (text, direction, qualifier, stated, resolution) => {
    expect(read(text)).toEqual({ direction, qualifier, unit: 'PERCENT', stated, resolution, unitWords: '' });
  });

  test.each([
    ['giảm 0,2 điểm phần trăm', 'DOWN', '0.2', '0.1'],
    ['giảm 0,2 điểm %', 'DOWN', '0.2', '0.1'],
    ['tăng 3 điểm', 'UP', '3', '1'],
  ])('reads the points of %s', (text, direction, stated, resolution) => {
    expect(read(text)).toEqual({
      ...{ direction, qualifier: 'EXACT', unit: 'PERCENTAGE_POINT', stated, resolution, unitWords: '' },
    });
  });

  test.each([
    ['tăng gấp đôi', 'UP', 'EXACT', '2', '1', ''],
    ['tăng gần gấp đôi', 'UP', 'NEARLY', '2', '1', ''],
    ['cao gấp 1,6 lần', 'UP', 'EXACT', '1.6', '0.1', ''],
    ['cao gấp 2 lần', 'UP', 'EXACT', '2', '1', ''],
    ['gấp 1,6 lần', 'UP', 'EXACT', '1.6', '0.1', ''],
    ['gấp hơn 2 lần', 'UP', 'MORE_THAN', '2', '1', ''],
    ['gấp ba', 'UP', 'EXACT', '3', '1', ''],
    ['gấp rưỡi', 'UP', 'EXACT', '1.5', '0.5', ''],
    ['tăng 3 lần', 'UP', 'EXACT', '3', '1', ''],
    ['giảm 2 lần', 'DOWN', 'EXACT', '2', '1', ''],
    ['tăng gấp đôi băng thông truy cập', 'UP', 'EXACT', '2', '1', 'băng thông truy cập'],
  ])('reads the multiple of %s', (text, direction, qualifier, stated, resolution, unitWords) => {
    expect(read(text)).toEqual({ direction, qualifier, unit: 'MULTIPLE', stated, resolution, unitWords });
  });

  test.each([
    ['tăng 85 đài', 'UP', '85', 'đài'],
    ['tương đương 63 xuất bản phẩm', null, '63', 'xuất bản phẩm'],
    ['tương đương 18.491 thuê bao', null, '18491', 'thuê bao'],
    ['giảm 1,2 triệu thuê bao', 'DOWN', '1200000', 'thuê bao'],
    ['tăng 3 điểm cầu', 'UP', '3', 'điểm cầu'],
    ['tăng 103', 'UP', '103', ''],
  ])('reads the amount of %s', (text, direction, stated, unitWords) => {
    expect(read(text)).toMatchObject({ direction, qualifier: 'EXACT', unit: 'ABSOLUTE', stated, unitWords });
  });

  test('keeps the words behind a percentage', () => {
    expect(read('tăng 50% dung lượng data')).toMatchObject({
      ...{ unit: 'PERCENT', stated: '50', unitWords: 'dung lượng data' },
    });
  });

  test.each([
    ['tăng', 'UP'],
    ['giảm', 'DOWN'],
    ['giảm nhẹ', 'DOWN'],
    ['có phần giảm nhẹ', 'DOWN'],
    ['có xu hướng giảm nhẹ', 'DOWN'],
    ['giảm không đáng kể', 'DOWN'],
    ['tăng nhẹ', 'UP'],
    ['tăng nhanh', 'UP'],
    ['tăng lên rất nhanh', 'UP'],
    ['tăng đột biến', 'UP'],
    ['tăng trưởng ấn tượng', 'UP'],
    ['tăng trưởng ổn', 'UP'],
    ['tiếp tục tăng', 'UP'],
    ['không đổi', 'UNCHANGED'],
    ['không thay đổi', 'UNCHANGED'],
    ['ổn định', 'UNCHANGED'],
    ['giữ nguyên', 'UNCHANGED'],
  ])('reads %s, which states no number', (text, direction) => {
    expect(read(text)).toEqual({
      ...{ direction, qualifier: 'NOT_STATED', unit: null, stated: null, resolution: null, unitWords: '' },
    });
  });

  test('takes either Unicode form and case', () => {
    expect(read('TĂNG GẦN GẤP ĐÔI'.normalize('NFD'))).toEqual(read('tăng gần gấp đôi'));
  });

  test.each([
    '',
    '9,6%',
    'khoảng 30%',
    'tăng lên 0,3%',
    'giảm còn 3,2%',
    'tăng từ 37,2% lên 50,8%',
    'tăng 20-30%',
    'tăng 9.6%',
    'tăng 24%, tương đương 63',
    'tăng hơn gấp gần 2 lần',
    'tăng gấp 2%',
    'tăng so với tháng 5',
    'giảm nhẹ cùng kỳ 2019',
    'giảm không đáng kể so với tháng 5',
    'tăng không đồng',
    'không đổi 5%',
    'ổn định 5%',
    'tương đương',
    'cao 5%',
    'thay đổi',
    'tăngtrưởng 5%',
  ])('refuses %j', (text) => {
    expect(() => parsePrintedChange(text)).toThrow(CodedError);
    expect(() => parsePrintedChange(text)).toThrow(/^A change as printed must be .*, but got: "/u);
  });
});

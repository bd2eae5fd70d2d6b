import { describe, expect, test } from 'vitest';
import { formatDecimal } from '../decimal.ts';
import { CodedError } from '../errors.ts';
import { parsePrintedFigure } from './printed-figure.ts';

/** The figure as text: qualifier, value or ends, whole, percent, and what one unit of its last digit is. */
function read(text: string) {
  const { qualifier, value, lower, upper, outOf, resolution, multiplied, percent, unitWords } =
    parsePrintedFigure(text);
  const plain = (decimal: typeof value) => decimal && formatDecimal(decimal);
  return {
    qualifier,
    value: plain(value),
    lower: plain(lower),
    upper: plain(upper),
    outOf: plain(outOf),
    resolution: plain(resolution),
    multiplied,
    percent,
    unitWords,
  };
}

const nothing = {
  qualifier: 'EXACT',
  lower: null,
  upper: null,
  outOf: null,
  multiplied: false,
  percent: false,
};

describe('parsePrintedFigure', () => {
  test.each([
    ['18,8 nghìn tỷ đồng', '18800000000000', '100000000000', 'đồng'],
    ['2,7 nghìn tỷ đồng', '2700000000000', '100000000000', 'đồng'],
    ['10,26 nghìn tỷ đồng', '10260000000000', '10000000000', 'đồng'],
    ['10,32 nghìn tỷ', '10320000000000', '10000000000', ''],
    ['7,39 nghìn tỷ', '7390000000000', '10000000000', ''],
    ['8,1 nghìn tỷ', '8100000000000', '100000000000', ''],
    ['130,46 triệu thuê bao', '130460000', '10000', 'thuê bao'],
    ['3,45 triệu thuê bao', '3450000', '10000', 'thuê bao'],
    ['20,73 triệu thuê bao', '20730000', '10000', 'thuê bao'],
    ['81,8 triệu', '81800000', '100000', ''],
    ['58 tỷ USD', '58000000000', '1000000000', 'usd'],
    ['55 tỷ', '55000000000', '1000000000', ''],
    ['25,7 tỷ USD', '25700000000', '100000000', 'usd'],
    ['5.000 tỷ đồng', '5000000000000', '1000000000', 'đồng'],
    ['334.866 tỷ đồng', '334866000000000', '1000000000', 'đồng'],
    ['245.220 tỷ đồng', '245220000000000', '1000000000', 'đồng'],
    ['2,6 triệu tin nhắn', '2600000', '100000', 'tin nhắn'],
    ['80 triệu người', '80000000', '1000000', 'người'],
    ['50 triệu người dân', '50000000', '1000000', 'người dân'],
    ['100 triệu dân', '100000000', '1000000', 'dân'],
    ['3 triệu tỷ đồng', '3000000000000000', '1000000000000000', 'đồng'],
    ['12 tỉ đồng', '12000000000', '1000000000', 'đồng'],
    ['30 ngàn trường học', '30000', '1000', 'trường học'],
    ['2 vạn người', '20000', '10000', 'người'],
    ['hai trăm trường', '200', '100', 'trường'],
  ])('reads the multiplier of %s', (text, value, resolution, unitWords) => {
    expect(read(text)).toEqual({ ...nothing, value, resolution, unitWords, multiplied: true });
  });

  test.each([
    ['2.014.512 địa chỉ', '2014512', 'địa chỉ'],
    ['619.610 địa chỉ', '619610', 'địa chỉ'],
    ['521 sự cố', '521', 'sự cố'],
    ['232 cuộc Phishing', '232', 'cuộc phishing'],
    ['121 cuộc Malware', '121', 'cuộc malware'],
    ['7.793 kiến nghị', '7793', 'kiến nghị'],
    ['09 kiến nghị', '9', 'kiến nghị'],
    ['01 Nghị định', '1', 'nghị định'],
    ['04 Thông tư', '4', 'thông tư'],
    ['119.464', '119464', ''],
    ['84.286.', '84286', ''],
    ['185.513 sản phẩm', '185513', 'sản phẩm'],
    ['9.637 đài truyền thanh cấp xã', '9637', 'đài truyền thanh cấp xã'],
    ['672 cơ sở truyền thanh - truyền hình cấp huyện', '672', 'cơ sở truyền thanh - truyền hình cấp huyện'],
    ['157 đài ứng dụng CNTT- viễn thông', '157', 'đài ứng dụng cntt- viễn thông'],
    ['42.469 Tổ công nghệ số cộng đồng', '42469', 'tổ công nghệ số cộng đồng'],
    ['208.308 người', '208308', 'người'],
    ['56.267 doanh nghiệp', '56267', 'doanh nghiệp'],
    ['76 bộ, tỉnh', '76', 'bộ, tỉnh'],
    ['39 tỉnh/thành phố', '39', 'tỉnh/thành phố'],
    ['63 Ủy ban nhân dân cấp tỉnh', '63', 'ủy ban nhân dân cấp tỉnh'],
    ['56 Sở TT&TT', '56', 'sở tt&tt'],
    ['300 video', '300', 'video'],
    ['11 đợt', '11', 'đợt'],
    ['12 nền tảng', '12', 'nền tảng'],
    ['1000', '1000', ''],
    ['163', '163', ''],
    ['một', '1', ''],
    ['không đăng ký', '0', 'đăng ký'],
    ['mười hai nền tảng', '12', 'nền tảng'],
    ['mười lăm đợt', '15', 'đợt'],
    ['hai mươi mốt đợt', '21', 'đợt'],
    ['Năm bài học', '5', 'bài học'],
    ['5 thiết bị 5G', '5', 'thiết bị 5g'],
    ['15 tỷ lệ', '15', 'tỷ lệ'],
  ])('reads %s in full', (text, value, unitWords) => {
    expect(read(text)).toEqual({ ...nothing, value, resolution: '1', unitWords });
  });

  test.each([
    ['61%', '61', '1', ''],
    ['61,5%', '61.5', '0.1', ''],
    ['88,53%', '88.53', '0.01', ''],
    ['100%', '100', '1', ''],
    ['120 %', '120', '1', ''],
    ['3,2%.', '3.2', '0.1', ''],
    ['5 phần trăm', '5', '1', ''],
    ['100% các Bộ, ngành, địa phương', '100', '1', 'các bộ, ngành, địa phương'],
    ['100% dịch vụ công trực tuyến mức độ 3, 4', '100', '1', 'dịch vụ công trực tuyến mức độ 3, 4'],
    ['100% bảo vệ 4 lớp', '100', '1', 'bảo vệ 4 lớp'],
    ['-9,6%', '-9.6', '0.1', ''],
    ['\u22120,2%', '-0.2', '0.1', ''],
  ])('reads the percentage %s', (text, value, resolution, unitWords) => {
    expect(read(text)).toEqual({ ...nothing, value, resolution, unitWords, percent: true });
  });

  test.each([
    ['khoảng 63 nghìn tỷ', 'ABOUT', '63000000000000'],
    ['khoảng 40 bộ, tỉnh', 'ABOUT', '40'],
    ['khoảng 82,61%', 'ABOUT', '82.61'],
    ['khoảng 379.865 doanh nghiệp', 'ABOUT', '379865'],
    ['ước đạt khoảng 50 tỷ USD', 'ABOUT', '50000000000'],
    ['xấp xỉ 20', 'ABOUT', '20'],
    ['chừng 20', 'ABOUT', '20'],
    ['trên 377 triệu', 'MORE_THAN', '377000000'],
    ['trên 186 triệu bưu gửi', 'MORE_THAN', '186000000'],
    ['trên 48,55%', 'MORE_THAN', '48.55'],
    ['đạt trên 99%', 'MORE_THAN', '99'],
    ['hơn 15 tỷ tin nhắn', 'MORE_THAN', '15000000000'],
    ['hơn 152 tỷ đồng', 'MORE_THAN', '152000000000'],
    ['hơn 30.000 trường học', 'MORE_THAN', '30000'],
    ['Hơn 170 thành viên', 'MORE_THAN', '170'],
    ['hơn 3,5 triệu lượt cài đặt', 'MORE_THAN', '3500000'],
    ['gần 600.000 tin, bài', 'NEARLY', '600000'],
    ['gần 1000 kỹ sư', 'NEARLY', '1000'],
    ['dưới 2m', 'LESS_THAN', '2'],
    ['chưa đến 10', 'LESS_THAN', '10'],
    ['ít nhất 30%', 'AT_LEAST', '30'],
    ['tối thiểu 1%', 'AT_LEAST', '1'],
    ['không dưới 5 tỉnh', 'AT_LEAST', '5'],
    ['từ 30% số thuê bao trở lên', 'AT_LEAST', '30'],
    ['tối đa 5 ngày', 'AT_MOST', '5'],
    ['không quá 15 triệu đồng', 'AT_MOST', '15000000'],
    ['từ 5 trở xuống', 'AT_MOST', '5'],
    ['ước đạt 2,7 nghìn tỷ đồng', 'EXACT', '2700000000000'],
    ['ước tính 58 tỷ USD', 'EXACT', '58000000000'],
    ['chỉ đạt 3%', 'EXACT', '3'],
  ])('reads the qualifier of %s', (text, qualifier, value) => {
    expect(read(text)).toMatchObject({ qualifier, value });
  });

  test.each([
    ['46/63 địa phương', '46', '63', 'địa phương'],
    ['43/63', '43', '63', ''],
    ['12/20 Bộ', '12', '20', 'bộ'],
    ['39/63 Tỉnh', '39', '63', 'tỉnh'],
    ['42/63 tỉnh, thành phố', '42', '63', 'tỉnh, thành phố'],
    ['9/13 nhà xuất bản', '9', '13', 'nhà xuất bản'],
    ['49 tỉnh thành/63 tỉnh thành', '49', '63', 'tỉnh thành'],
    ['49 tỉnh/63', '49', '63', 'tỉnh'],
    ['63/63', '63', '63', ''],
  ])('reads the whole of %s', (text, value, outOf, unitWords) => {
    expect(read(text)).toEqual({ ...nothing, value, outOf, resolution: '1', unitWords });
  });

  test.each([
    ['700-1000 tin', '700', '1000', '1', false, 'tin'],
    ['20-30 triệu lượt đọc', '20000000', '30000000', '1000000', true, 'lượt đọc'],
    ['20 triệu – 30 triệu lượt đọc', '20000000', '30000000', '1000000', true, 'lượt đọc'],
    ['0,25% - 0,3%', '0.25', '0.3', '0.1', false, ''],
    ['20-30%', '20', '30', '1', false, ''],
    ['khoảng 0,25% hoặc có thể tăng lên 0,3%', '0.25', '0.3', '0.1', false, ''],
    ['20 hoặc lên đến 30 triệu người', '20000000', '30000000', '1000000', true, 'người'],
    ['từ 20 đến 30 triệu người', '20000000', '30000000', '1000000', true, 'người'],
    ['khoảng 20-30 triệu', '20000000', '30000000', '1000000', true, ''],
  ])('reads the range %s', (text, lower, upper, resolution, multiplied, unitWords) => {
    const percent = text.includes('%');
    expect(read(text)).toEqual({
      ...nothing,
      ...{ qualifier: 'RANGE', value: null, lower, upper, resolution, multiplied, percent, unitWords },
    });
  });

  test.each([
    ['hàng chục triệu người dân', '10000000', '100000000', 'người dân'],
    ['hàng trăm ứng dụng', '100', '1000', 'ứng dụng'],
    ['hàng chục', '10', '100', ''],
    ['hàng nghìn', '1000', '10000', ''],
    ['nhiều triệu người dân', '1000000', '10000000', 'người dân'],
    ['vài trăm', '100', '1000', ''],
  ])('reads the order of magnitude %s', (text, lower, upper, unitWords) => {
    const qualifier = 'ORDER_OF_MAGNITUDE';
    expect(read(text)).toEqual({
      ...nothing,
      ...{ qualifier, value: null, lower, upper, resolution: null, multiplied: true, unitWords },
    });
  });

  test('takes either Unicode form, either case and any white space', () => {
    const expected = read('khoảng 63 nghìn tỷ đồng');
    expect(read('khoảng 63 nghìn tỷ đồng'.normalize('NFD'))).toEqual(expected);
    expect(read('KHOẢNG 63 NGHÌN TỶ ĐỒNG')).toEqual(expected);
    expect(read(' khoảng\u00a063  nghìn\ttỷ đồng ')).toEqual(expected);
  });

  test.each([
    '',
    '   ',
    'đồng',
    'khoảng',
    'khoảng đồng',
    'gần hơn 5',
    '5.0 triệu',
    '0.25%',
    '1.00',
    '1.0000',
    '01.000',
    '1,000,000',
    '1.000.00',
    '5,trường',
    '2020-',
    '20/8/2022',
    '63/46 địa phương',
    '1,5/63',
    '46%/63',
    '1000-700 tin',
    '5-5',
    '20% hoặc 30%',
    '37,2% lên 50,8%',
    '20%-30',
    '20 triệu - 30',
    'gần 100 bài viết, 300 video',
    '90% (chiếm 90%)',
    '61% (tăng 44%)',
    '12 bộ. Tỉnh',
    'năm 2020',
    '5 tỷ nghìn đồng',
    '5 triệu triệu',
    'hàng triệu chục',
    'hàng năm',
    'hàng hoá',
    'nhiều người',
    'từ 5 tỉnh',
    'tháng 7',
    '5 @ngày',
    '--5',
    `${'9'.repeat(400)} đồng`,
  ])('refuses %j', (text) => {
    expect(() => parsePrintedFigure(text)).toThrow(CodedError);
    expect(() => parsePrintedFigure(text)).toThrow(/^A figure as printed must be .*, but got: "/u);
  });

  test('refuses what is no text, with the code of a fault of the document', () => {
    expect(() => parsePrintedFigure(5 as unknown as string)).toThrow(
      expect.objectContaining({ code: 'PRINTED_FIGURE_UNREADABLE' }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal, formatDecimal } from '../decimal.ts';
import { parsePrintedFigure } from '../printed/printed-figure.ts';
import { qualifiers, unitKinds, type UnitKind } from '../vocabulary.ts';
import { figureInterval, type QualifiedFigure } from './figure-interval.ts';
import { intervalContains, type Interval } from './interval.ts';

function written({ lower, upper, lowerIncluded, upperIncluded }: Interval): string {
  const plain = (value: Decimal | null) => (value === null ? '' : formatDecimal(value));
  return `${lowerIncluded ? '[' : '('}${plain(lower)}, ${plain(upper)}${upperIncluded ? ']' : ')'}`;
}

function ofPrinted(text: string, kind: UnitKind): string {
  return written(figureInterval({ ...parsePrintedFigure(text), kind }));
}

describe('figureInterval of printed figures', () => {
  test.each([
    ['7,39 nghìn tỷ', 'CURRENCY', '[7385000000000, 7395000000000)'],
    ['8,1 nghìn tỷ', 'CURRENCY', '[8050000000000, 8150000000000)'],
    ['5.000 tỷ đồng', 'CURRENCY', '[4999500000000, 5000500000000)'],
    ['152.000 đồng', 'CURRENCY', '[151999.5, 152000.5)'],
    ['120%', 'PERCENT', '[119.5, 120.5)'],
    ['9,6%', 'PERCENT', '[9.55, 9.65)'],
    ['-9,6%', 'PERCENT', '(-9.65, -9.55]'],
    ['61,5%', 'SHARE', '[61.45, 61.55)'],
    ['100%', 'SHARE', '[99.5, 100]'],
    ['0,2%', 'SHARE', '[0.15, 0.25)'],
    ['0%', 'SHARE', '[0, 0.5)'],
    ['1,6', 'RATIO', '[1.55, 1.65)'],
  ] as const)('EXACT %s (%s) is half a unit of its last digit around: %s', (text, kind, expected) => {
    expect(ofPrinted(text, kind)).toBe(expected);
  });

  test.each([
    ['521 sự cố', '[521, 521]'],
    ['2.014.512 địa chỉ', '[2014512, 2014512]'],
    ['ước đạt 3.000 xuất bản phẩm', '[3000, 3000]'],
    ['46/63 địa phương', '[46, 46]'],
    ['không đăng ký', '[0, 0]'],
    ['127,01 triệu thuê bao', '[127005000, 127015000)'],
    ['80 triệu người', '[79500000, 80500000)'],
    ['1,234567 triệu người', '[1234566.5, 1234567.5)'],
  ])('a count printed in full is exact, one with a multiplier is not: %s is %s', (text, expected) => {
    expect(ofPrinted(text, 'COUNT')).toBe(expected);
  });

  test.each([
    ['khoảng 63 nghìn tỷ', 'CURRENCY', '[62500000000000, 63500000000000]'],
    ['khoảng 30%', 'PERCENT', '[27, 33]'],
    ['khoảng 40 bộ, tỉnh', 'COUNT', '[36, 44]'],
    ['khoảng 82,61%', 'SHARE', '[82.605, 82.615]'],
    ['khoảng 83,70%', 'SHARE', '[83.65, 83.75]'],
    ['khoảng 27%', 'SHARE', '[26.5, 27.5]'],
    ['khoảng 99,9%', 'SHARE', '[99.85, 99.95]'],
    ['khoảng 100%', 'SHARE', '[90, 100]'],
    ['khoảng 50 tỷ USD', 'CURRENCY', '[45000000000, 55000000000]'],
    ['khoảng 379.865 doanh nghiệp', 'COUNT', '[379864.5, 379865.5]'],
    ['khoảng 1 lần', 'RATIO', '[0.5, 1.5]'],
    ['khoảng 50,0%', 'SHARE', '[45, 55]'],
    ['khoảng 0,25%', 'SHARE', '[0.245, 0.255]'],
  ] as const)('ABOUT: %s (%s) is %s', (text, kind, expected) => {
    expect(ofPrinted(text, kind)).toBe(expected);
  });

  test.each([
    ['hơn 170 thành viên', 'COUNT', '(170, 180)'],
    ['trên 377 triệu', 'COUNT', '(377000000, 378000000)'],
    ['trên 186 triệu bưu gửi', 'COUNT', '(186000000, 187000000)'],
    ['hơn 15 tỷ tin nhắn', 'COUNT', '(15000000000, 16000000000)'],
    ['hơn 2 tỷ lượt', 'COUNT', '(2000000000, 2200000000)'],
    ['hơn 30.000 trường', 'COUNT', '(30000, 33000)'],
    ['trên 20 ứng dụng', 'COUNT', '(20, 22)'],
    ['hơn 379 xã', 'COUNT', '(379, 380]'],
    ['hơn 5 tỉnh', 'COUNT', '(5, 6]'],
    ['trên 40%', 'PERCENT', '(40, 44)'],
    ['trên 48,55%', 'SHARE', '(48.55, 48.56)'],
    ['trên 99%', 'SHARE', '(99, 100)'],
    ['trên 95,5%', 'SHARE', '(95.5, 95.6)'],
    ['trên 100%', 'SHARE', '[100, 100]'],
    ['trên 30%', 'SHARE', '(30, 33)'],
  ] as const)('MORE_THAN: %s (%s) is %s', (text, kind, expected) => {
    expect(ofPrinted(text, kind)).toBe(expected);
  });

  test.each([
    ['gần 1000 kỹ sư', 'COUNT', '(900, 1000)'],
    ['gần 600.000 tin, bài', 'COUNT', '(540000, 600000)'],
    ['gần 100 bài viết', 'COUNT', '(90, 100)'],
    ['gần 5 tỉnh', 'COUNT', '[4, 5)'],
    ['gần 1 tỉnh', 'COUNT', '[0, 1)'],
    ['gần 2 lần', 'RATIO', '(1.8, 2)'],
    ['dưới 2m', 'RATIO', '(1.8, 2)'],
  ] as const)('NEARLY and LESS_THAN: %s (%s) is %s', (text, kind, expected) => {
    expect(ofPrinted(text, kind)).toBe(expected);
  });

  test.each([
    ['ít nhất 50 triệu người', 'COUNT', '[50000000, )'],
    ['ít nhất 30%', 'SHARE', '[30, 100]'],
    ['ít nhất 30%', 'PERCENT', '[30, )'],
    ['tối đa 5 tỉnh', 'COUNT', '[0, 5]'],
    ['không quá 15 triệu đồng', 'CURRENCY', '[0, 15000000]'],
    ['không quá 3%', 'PERCENT', '[0, 3]'],
    ['700-1000 tin', 'COUNT', '[700, 1000]'],
    ['0,25% - 0,3%', 'SHARE', '[0.25, 0.3]'],
    ['hàng chục triệu người dân', 'COUNT', '[10000000, 100000000)'],
    ['hàng trăm ứng dụng', 'COUNT', '[100, 1000)'],
  ] as const)('with ends of its own: %s (%s) is %s', (text, kind, expected) => {
    expect(ofPrinted(text, kind)).toBe(expected);
  });
});

const noPrint = { lower: null, upper: null, resolution: null, multiplied: false } as const;

describe('figureInterval', () => {
  test('of what is not stated, or lacks what its qualifier needs, is unbounded', () => {
    const value = new Decimal(5);
    expect(written(figureInterval({ ...noPrint, value, qualifier: 'NOT_STATED', kind: 'COUNT' }))).toBe(
      '(, )',
    );
    for (const qualifier of qualifiers)
      expect(written(figureInterval({ ...noPrint, value: null, qualifier, kind: 'SHARE' }))).toBe('(, )');
  });

  test('of a figure without printed digits is the figure', () => {
    const figure = { ...noPrint, value: new Decimal('7.39'), qualifier: 'EXACT', kind: 'CURRENCY' } as const;
    expect(written(figureInterval(figure))).toBe('[7.39, 7.39]');
  });

  test('of a fall turns the sign of the printed magnitude', () => {
    const fall = {
      ...noPrint,
      value: new Decimal(-26),
      resolution: new Decimal(1),
      kind: 'PERCENT',
    } as const;
    expect(written(figureInterval({ ...fall, qualifier: 'MORE_THAN' }))).toBe('(-27, -26)');
    expect(written(figureInterval({ ...fall, qualifier: 'NEARLY' }))).toBe('(-26, -25)');
    expect(written(figureInterval({ ...fall, qualifier: 'AT_LEAST' }))).toBe('(, -26]');
    expect(written(figureInterval({ ...fall, qualifier: 'AT_MOST' }))).toBe('[-26, 0]');
  });

  test('of a share beyond the whole keeps the figure, a fault for the auditor to tell', () => {
    expect(ofPrinted('120%', 'SHARE')).toBe('[119.5, 120]');
  });
});

const anyFigure: fc.Arbitrary<QualifiedFigure> = fc
  .record({
    digits: fc.integer({ min: -99_999, max: 99_999 }),
    decimals: fc.nat({ max: 3 }),
    factor: fc.constantFrom('1', '1000000', '1000000000000'),
    qualifier: fc.constantFrom(...qualifiers),
    kind: fc.constantFrom(...unitKinds),
  })
  .map(({ digits, decimals, factor, qualifier, kind }) => {
    const resolution = new Decimal(10).pow(-decimals).times(factor);
    const value = new Decimal(digits).times(resolution);
    const ends = qualifier === 'RANGE' || qualifier === 'ORDER_OF_MAGNITUDE';
    return {
      value: ends ? null : value,
      lower: ends ? value : null,
      upper: ends ? value.plus(resolution) : null,
      ...{ qualifier, kind, resolution, multiplied: factor !== '1' },
    };
  });

describe('the interval of any figure', () => {
  test('has its value in it or at its end', () => {
    fc.assert(
      fc.property(anyFigure, (figure) => {
        const { lower, upper } = figureInterval(figure);
        const value = figure.value ?? figure.lower;
        if (value === null) return;
        expect(lower === null || lower.lte(value)).toBe(true);
        expect(upper === null || upper.gte(value)).toBe(true);
      }),
    );
  });

  test('is not empty, and an unbounded end is not included', () => {
    fc.assert(
      fc.property(anyFigure, (figure) => {
        const { lower, upper, lowerIncluded, upperIncluded } = figureInterval(figure);
        if (lower === null) expect(lowerIncluded).toBe(false);
        if (upper === null) expect(upperIncluded).toBe(false);
        if (lower === null || upper === null) return;
        expect(lower.lt(upper) || (lower.eq(upper) && lowerIncluded && upperIncluded)).toBe(true);
      }),
    );
  });

  test('keeps within what the unit allows', () => {
    fc.assert(
      fc.property(anyFigure, (figure) => {
        const { lower, upper } = figureInterval(figure);
        const { value, kind, qualifier } = figure;
        if (value === null || value.lt(0) || qualifier === 'NOT_STATED') return;
        expect(lower?.gte(0)).toBe(true);
        if (kind === 'SHARE' && value.lte(100)) expect(upper?.lte(100)).toBe(true);
      }),
    );
  });

  test('of a whole count holds a whole number', () => {
    fc.assert(
      fc.property(anyFigure, (figure) => {
        const { value, kind, multiplied } = figure;
        if (value?.isInteger() !== true || kind !== 'COUNT' || multiplied) return;
        const interval = figureInterval(figure);
        const near = [-1, 0, 1].map((step) => value.plus(step));
        expect(near.some((whole) => intervalContains(interval, whole))).toBe(true);
      }),
    );
  });

  test('mirrors that of its opposite', () => {
    fc.assert(
      fc.property(anyFigure, (figure) => {
        if (figure.value === null || figure.value.isZero()) return;
        const { lower, upper, lowerIncluded, upperIncluded } = figureInterval(figure);
        const other = figureInterval({ ...figure, value: figure.value.negated() });
        expect(other.lower?.negated().toString()).toBe(upper?.toString());
        expect(other.upper?.negated().toString()).toBe(lower?.toString());
        expect([other.lowerIncluded, other.upperIncluded]).toEqual([upperIncluded, lowerIncluded]);
      }),
    );
  });
});

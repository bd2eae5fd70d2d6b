import { describe, expect, test } from 'vitest';
import { Decimal } from '../../decimal.ts';
import { figureInterval } from '../../interval/figure-interval.ts';
import type { StatedValue } from '../changes/stated-value.ts';
import { catalogueOf } from '../rows-for-tests.ts';
import { doubleRounding } from './double-rounding.ts';
import { likelySlip } from './likely-slip.ts';
import { pointsAsPercent } from './points-as-percent.ts';
import { roundedTooFar } from './rounded-too-far.ts';
import { wrongBase } from './wrong-base.ts';
import { wrongSign } from './wrong-sign.ts';
import { wrongTotal } from './wrong-total.ts';

/** "61.5": its last digit is the last printed one. */
function stated(text: string, qualifier: StatedValue['qualifier'] = 'EXACT'): StatedValue {
  const value = new Decimal(text);
  const resolution = new Decimal(10).pow(-(text.split('.')[1]?.length ?? 0));
  const figure = {
    value,
    lower: null,
    upper: null,
    qualifier,
    resolution,
    multiplied: false,
    kind: 'PERCENT' as const,
  };
  return { value, qualifier, resolution, interval: figureInterval(figure) };
}
const number = (text: string) => new Decimal(text);
const currency = catalogueOf({ 'test.revenue': { kind: 'CURRENCY' } }).get('test.revenue')?.unit;

describe('DOUBLE_ROUNDING', () => {
  test.each([
    ['61.5', new Decimal(5100).div(83), '61,4457… → 61,45 → 61,5'],
    ['-61.5', new Decimal(-5100).div(83), '−61,4457… → −61,45 → −61,5'],
    ['62', number('61.446'), '61,446 → 61,45 → 61,5 → 62'],
    ['1', number('0.4996'), '0,499… → 0,5 → 1'],
  ])('%s', (text, computed, chain) => {
    const found = doubleRounding(stated(text), computed);
    expect(found?.slip).toBe('DOUBLE_ROUNDING');
    expect(found?.because.vi).toContain(chain);
  });

  test.each([
    ['what one rounding gives', '61.4', '61.446', 'EXACT'],
    ['what no rounding gives', '61.6', '61.446', 'EXACT'],
    ['what is only about', '61.5', '61.446', 'ABOUT'],
  ] as const)('is not %s', (_, text, computed, qualifier) => {
    expect(doubleRounding(stated(text, qualifier), number(computed))).toBeNull();
  });
});

describe('ROUNDED_TOO_FAR', () => {
  test.each([
    ['120', '118.06'],
    ['30.0', '30.45'],
    ['-120', '-118.06'],
  ])('%s for %s', (text, computed) => {
    expect(roundedTooFar(stated(text), number(computed))?.slip).toBe('ROUNDED_TOO_FAR');
  });

  test.each([
    ['digits that are no noughts', '121', '118.06', 'EXACT'],
    ['another ten', '120', '112', 'EXACT'],
    ['khoảng, which is honest', '120', '118.06', 'ABOUT'],
    ['nought', '0', '0.4', 'EXACT'],
  ] as const)('is not %s', (_, text, computed, qualifier) => {
    expect(roundedTooFar(stated(text, qualifier), number(computed))).toBeNull();
  });
});

describe('WRONG_BASE', () => {
  if (currency === undefined) throw new Error('the catalogue has the indicator');

  test('divides a fall by the later figure', () => {
    const found = wrongBase(stated('-9.6'), number('7390000000000'), number('8100000000000'), currency);
    expect(found?.slip).toBe('WRONG_BASE');
    expect(found?.because.vi).toBe('8,1 ÷ 7,39 − 1 = 9,607…%: có thể đã chia cho số của kỳ sau.');
  });

  test('divides a rise by the later figure', () => {
    const found = wrongBase(stated('20'), number('125'), number('100'), currency);
    expect(found?.because.en).toContain('1 − 100 ÷ 125 = 20%');
  });

  test('is not any other number', () => {
    expect(wrongBase(stated('-9.5'), number('7.39'), number('8.1'), currency)).toBeNull();
    expect(wrongBase(stated('-9.6'), number('0'), number('8.1'), currency)).toBeNull();
  });
});

describe('WRONG_SIGN', () => {
  test('turns the change round', () => {
    expect(wrongSign(stated('-9.6').interval, number('9.6'))?.because.en).toContain('rise where');
    expect(wrongSign(stated('9.6').interval, number('-9.64'))?.because.en).toContain('fall where');
  });

  test('is not another number, nor no change', () => {
    expect(wrongSign(stated('-9.6').interval, number('8.8'))).toBeNull();
    expect(wrongSign(stated('0').interval, number('0'))).toBeNull();
  });
});

test('WRONG_TOTAL is the first other total that gives what is stated', () => {
  const others = ['60', '61.9'].map((text) => ({ value: number(text), formula: { vi: text, en: text } }));
  expect(wrongTotal(stated('61.9').interval, others)?.because.vi).toBe('61.9: có thể đã lấy sai tổng.');
  expect(wrongTotal(stated('61.5').interval, others)).toBeNull();
});

test('POINTS_AS_PERCENT is "%" for what can only be points', () => {
  expect(pointsAsPercent('PERCENT', 'PERCENTAGE_POINT')?.slip).toBe('POINTS_AS_PERCENT');
  expect(pointsAsPercent('PERCENTAGE_POINT', 'PERCENTAGE_POINT')).toBeNull();
  expect(pointsAsPercent('PERCENT', null)).toBeNull();
});

test('no slip is looked for where figures and statement agree', () => {
  const finder = () => ({ slip: 'WRONG_SIGN' as const, because: { vi: '', en: '' } });
  expect(likelySlip('CONSISTENT', [finder])).toBeNull();
  expect(likelySlip('BASE_MISSING', [finder])).toBeNull();
  expect(likelySlip('ROUNDING', [() => null, finder])?.slip).toBe('WRONG_SIGN');
});

import { describe, expect, test } from 'vitest';
import { auditStatedChange } from './audit-stated-change.ts';
import { evidenceOf } from './figures/evidence.ts';
import { catalogueOf, observationRow, type ObservationForTest } from './rows-for-tests.ts';

const catalogue = catalogueOf({
  'test.revenue': { kind: 'CURRENCY' },
  'test.count': { kind: 'COUNT' },
  'test.share': { kind: 'SHARE', basis: 'AS_OF' },
  'test.rate': { kind: 'PERCENT' },
});

/** Audits "now, changed as printed" against "before". */
function audit(indicator: string, before: string | null, now: string | null, change: string) {
  const basis = catalogue.get(indicator)?.basis ?? 'FLOW';
  const stated = now === null ? {} : { printed: now };
  const common = { indicator, basis } satisfies Partial<ObservationForTest>;
  const current = observationRow({
    ...common,
    period: '2020-07',
    ...stated,
    comparisons: [{ printed: change, period: '2019-07' }],
  });
  const base = before === null ? [] : [observationRow({ ...common, period: '2019-07', printed: before })];
  const [comparison] = current.comparisons;
  if (comparison === undefined) throw new Error('it has a comparison');
  return auditStatedChange({ comparison, of: current }, evidenceOf(catalogue, [current, ...base]));
}

describe('a change in percent', () => {
  test('is computed, judged and explained with its numbers', () => {
    const { unit, computed, verdict, slip, explanation } = audit(
      'test.revenue',
      '8,1 nghìn tỷ',
      '7,39 nghìn tỷ',
      'giảm 9,6%',
    );
    expect({ unit, computed: computed?.toFixed(), verdict, slip }).toEqual({
      unit: 'PERCENT',
      computed: '-8.765432099',
      verdict: 'INCONSISTENT',
      slip: 'WRONG_BASE',
    });
    expect(explanation.vi).toContain(
      '7,39 ÷ 8,1 − 1 = −8,765…%; với độ chính xác đã in: từ −9,4% đến −8,1%; đã nêu −9,6%: không khớp.',
    );
    expect(explanation.vi).toContain('8,1 ÷ 7,39 − 1 = 9,607…%');
    expect(explanation.en).toContain(
      '7.39 ÷ 8.1 − 1 = −8.765…%; with the printed precision: from −9.4% to −8.1%',
    );
  });

  test.each([
    ['100', '119', 'tăng 19%', 'CONSISTENT', null],
    ['100', '119', 'tăng khoảng 20%', 'CONSISTENT', null],
    ['100', '119', 'tăng 25%', 'INCONSISTENT', null],
    ['1.000.000', '999.999', 'giảm 0,0%', 'CONSISTENT', null],
    ['100', '80', 'tăng 20%', 'INCONSISTENT', 'WRONG_SIGN'],
    ['83', '134', 'tăng 61,5%', 'INCONSISTENT', 'DOUBLE_ROUNDING'],
    ['72', '157', 'tăng 120%', 'INCONSISTENT', 'ROUNDED_TOO_FAR'],
    ['72', '157', 'tăng khoảng 120%', 'CONSISTENT', null],
    ['3 triệu', '4 triệu', 'tăng 45%', 'ROUNDING', null],
    ['0', '326', 'tăng 100%', 'BASE_MISSING', null],
  ])('from %s to %s, "%s": %s, %s', (before, now, change, verdict, slip) => {
    expect(audit('test.count', before, now, change)).toMatchObject({ verdict, slip });
  });

  test('of more than all is impossible, base or none', () => {
    expect(audit('test.count', null, '50', 'giảm 120%').verdict).toBe('INCONSISTENT');
  });
});

describe('an increment', () => {
  test.each([
    ['9.637', '9.534', 'giảm 103 cái', 'CONSISTENT', null],
    ['9.637', '9.534', 'giảm 104 cái', 'INCONSISTENT', null],
    ['9.637', '9.534', 'tăng 103 cái', 'INCONSISTENT', 'WRONG_SIGN'],
    ['1,2 triệu', '1,3 triệu', 'tăng 98.512 cái', 'ROUNDING', null],
  ])('from %s to %s, "%s": %s, %s', (before, now, change, verdict, slip) => {
    expect(audit('test.count', before, now, change)).toMatchObject({ unit: 'ABSOLUTE', verdict, slip });
  });
});

describe('a multiple', () => {
  test.each([
    ['khoảng 40', '76', 'tăng gần gấp đôi', '1.9', 'CONSISTENT'],
    ['40', '76', 'tăng gấp đôi', '1.9', 'CONSISTENT'],
    ['40', '100', 'tăng gấp đôi', '2.5', 'INCONSISTENT'],
    ['40', '60', 'tăng gần gấp đôi', '1.5', 'INCONSISTENT'],
    ['80', '40', 'giảm 2 lần', '2', 'CONSISTENT'],
  ])('from %s to %s, "%s": %s, %s', (before, now, change, computed, verdict) => {
    const audited = audit('test.count', before, now, change);
    expect({ ...audited, computed: audited.computed?.toFixed() }).toMatchObject({
      unit: 'MULTIPLE',
      computed,
      verdict,
    });
  });
});

describe('a change in words', () => {
  test.each([
    ['10,32 nghìn tỷ', '10,26 nghìn tỷ', 'giảm nhẹ', 'CONSISTENT', null],
    ['10,3 nghìn tỷ', '10,3 nghìn tỷ', 'giảm nhẹ', 'ROUNDING', null],
    ['10,2 nghìn tỷ', '10,3 nghìn tỷ', 'giảm nhẹ', 'INCONSISTENT', 'WRONG_SIGN'],
    ['10,3 nghìn tỷ', '10,3 nghìn tỷ', 'ổn định', 'CONSISTENT', null],
    ['10,2 nghìn tỷ', '10,4 nghìn tỷ', 'không đổi', 'INCONSISTENT', null],
  ])('from %s to %s, "%s": %s, %s', (before, now, change, verdict, slip) => {
    expect(audit('test.revenue', before, now, change)).toMatchObject({ unit: null, verdict, slip });
  });

  test('is computed in points where the figure is a percentage', () => {
    const { readings } = audit('test.rate', '37,2%', '50,8%', 'tăng');
    expect(readings.map(({ unit, computed }) => [unit, computed?.toFixed()])).toEqual([
      ['PERCENTAGE_POINT', '13.6'],
    ]);
  });
});

describe('"%" of a percentage', () => {
  test('is points where percent cannot be', () => {
    const audited = audit('test.share', '3,4%', '3,2%', 'giảm 0,2%');
    expect(audited).toMatchObject({
      unit: 'PERCENTAGE_POINT',
      verdict: 'CONSISTENT',
      slip: 'POINTS_AS_PERCENT',
    });
    expect(audited.readings).toHaveLength(1);
    expect(audited.computed?.toFixed()).toBe('-0.2');
  });

  test('is percent where points cannot be, and then no slip', () => {
    expect(audit('test.share', '19,11%', '29,81%', 'tăng 56%')).toMatchObject({
      unit: 'PERCENT',
      verdict: 'CONSISTENT',
      slip: null,
    });
  });

  test('is decided without a base where one reading leaves no share to start from', () => {
    const { unit, verdict, readings, explanation } = audit('test.share', null, '29,81%', 'tăng 56%');
    expect({ unit, verdict, readings: readings.length }).toEqual({
      unit: 'PERCENT',
      verdict: 'BASE_MISSING',
      readings: 1,
    });
    expect(explanation.en).toContain('29.81 ÷ 1.56 = 19.108…%');
  });

  test('is ambiguous without a base where both can be', () => {
    const { unit, verdict, computed, readings } = audit('test.share', null, '48,55%', 'tăng 20%');
    expect({ unit, verdict, computed }).toEqual({ unit: null, verdict: 'AMBIGUOUS', computed: null });
    expect(readings.map((reading) => reading.unit)).toEqual(['PERCENT', 'PERCENTAGE_POINT']);
  });

  test('is ambiguous with a base where both agree', () => {
    const { verdict, readings } = audit('test.share', '95%', '96%', 'tăng 1%');
    expect(verdict).toBe('AMBIGUOUS');
    expect(readings.map((reading) => [reading.unit, reading.computed?.toFixed()])).toEqual([
      ['PERCENT', '1.052631579'],
      ['PERCENTAGE_POINT', '1'],
    ]);
  });

  test('is inconsistent where neither does', () => {
    expect(audit('test.share', '40%', '60%', 'tăng 5%')).toMatchObject({
      unit: null,
      verdict: 'INCONSISTENT',
    });
  });

  test('printed as points is read as points only', () => {
    const { unit, verdict, slip } = audit('test.share', '3,4%', '3,2%', 'giảm 0,2 điểm phần trăm');
    expect({ unit, verdict, slip }).toEqual({ unit: 'PERCENTAGE_POINT', verdict: 'CONSISTENT', slip: null });
  });
});

test('a figure that is not stated has nothing to be computed from', () => {
  const { verdict, explanation } = audit('test.count', '100', null, 'giảm 26%');
  expect(verdict).toBe('BASE_MISSING');
  expect(explanation.en).not.toContain('No figure of the base period');
});

test('what is computed is shown with ten digits, and its interval holds it', () => {
  const { computed, interval } = audit('test.count', '7', '9', 'tăng 29%');
  expect(computed?.toFixed()).toBe('28.57142857');
  expect(interval?.lower?.lte(computed ?? 0)).toBe(true);
  expect(interval?.upper?.gte(computed ?? 0)).toBe(true);
});

import { expect, test } from 'vitest';
import { Decimal } from '../decimal.ts';
import { pointInterval } from '../interval/interval.ts';
import { judge } from './judge.ts';

const around = (lower: string, upper: string) => ({
  lower: new Decimal(lower),
  upper: new Decimal(upper),
  lowerIncluded: true,
  upperIncluded: false,
});

test.each([
  // stated "30", computed from figures as printed
  ['29.5', '30.4', '20', '40', 'CONSISTENT'],
  ['29.5', '29.5', '20', '40', 'CONSISTENT'],
  ['30.5', '30.5', '20', '40', 'ROUNDING'],
  ['31', '31', '30.4', '40', 'ROUNDING'],
  ['31', '31', '30.5', '40', 'INCONSISTENT'],
])('%s (%s of %s to %s): %s', (_, value, lower, upper, verdict) => {
  const computed = { value: new Decimal(value), interval: around(lower, upper) };
  expect(judge(around('29.5', '30.5'), computed)).toBe(verdict);
});

test('what is computed of ranges has no value, and must lie within what is stated as a whole', () => {
  const computed = (lower: string, upper: string) => ({ value: null, interval: around(lower, upper) });
  expect(judge(around('10', '20'), computed('12', '15'))).toBe('CONSISTENT');
  expect(judge(around('10', '20'), computed('12', '25'))).toBe('ROUNDING');
  expect(judge(around('10', '20'), computed('20', '25'))).toBe('INCONSISTENT');
});

test('counts in full agree or do not', () => {
  const count = (text: string) => ({ value: new Decimal(text), interval: pointInterval(new Decimal(text)) });
  expect(judge(pointInterval(new Decimal(521)), count('521'))).toBe('CONSISTENT');
  expect(judge(pointInterval(new Decimal(521)), count('522'))).toBe('INCONSISTENT');
});

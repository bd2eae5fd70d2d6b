import { expect, test } from 'vitest';
import { Decimal } from '../../decimal.ts';
import { shownInterval, shownValue } from './significant-digits.ts';

test('a value is shown to ten significant digits, half up by magnitude', () => {
  expect(shownValue(new Decimal(5100).div(83)).toFixed()).toBe('61.44578313');
  expect(shownValue(new Decimal('0.12345678905')).toFixed()).toBe('0.1234567891');
  expect(shownValue(new Decimal('-0.12345678905')).toFixed()).toBe('-0.1234567891');
  expect(shownValue(new Decimal('521')).toFixed()).toBe('521');
});

test('an interval is shown no narrower than it is', () => {
  const third = new Decimal(1).div(3);
  const shown = shownInterval({
    lower: third.negated(),
    upper: third,
    lowerIncluded: false,
    upperIncluded: false,
  });
  expect(shown.lower?.toFixed()).toBe('-0.3333333334');
  expect(shown.upper?.toFixed()).toBe('0.3333333334');
});

test('ends that need no rounding keep what they were', () => {
  const [lower, upper] = [new Decimal('7.385'), new Decimal('7.395')];
  const interval = { lower, upper, lowerIncluded: true, upperIncluded: false };
  expect(shownInterval(interval)).toEqual(interval);
});

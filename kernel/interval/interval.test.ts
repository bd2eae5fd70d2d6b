import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal } from '../decimal.ts';
import {
  intervalContains,
  intervalsMeet,
  negateInterval,
  pointInterval,
  unbounded,
  type Interval,
} from './interval.ts';

/** "[1, 2)", "(, 5]": the usual notation, an end that is left out being unbounded. */
function interval(text: string): Interval {
  const [, open, lower, upper, close] = /^([[(])([^,]*), ?([^\])]*)([\])])$/u.exec(text) ?? [];
  return {
    lower: lower ? new Decimal(lower) : null,
    upper: upper ? new Decimal(upper) : null,
    lowerIncluded: open === '[',
    upperIncluded: close === ']',
  };
}

const end = fc.option(fc.integer({ min: -5, max: 5 }), { nil: null });
const anyInterval = fc
  .tuple(end, end, fc.boolean(), fc.boolean())
  .filter(([a, b]) => a === null || b === null || a < b)
  .map(([a, b, lowerIncluded, upperIncluded]): Interval => {
    const lower = a === null ? null : new Decimal(a);
    const upper = b === null ? null : new Decimal(b);
    return {
      ...{ lower, upper, lowerIncluded: lower !== null && lowerIncluded },
      upperIncluded: upper !== null && upperIncluded,
    };
  });
/** Values that tell all intervals with whole ends from -5 to 5 apart. */
const probes = Array.from({ length: 25 }, (_, index) => new Decimal(index).div(2).minus(6));

describe('intervalContains', () => {
  test.each([
    ['[1, 2)', '1', true],
    ['[1, 2)', '2', false],
    ['(1, 2]', '1', false],
    ['(1, 2]', '2', true],
    ['[1, 2)', '1.999', true],
    ['[1, 2)', '0.999', false],
    ['[1, )', '1e30', true],
    ['(, 1)', '-1e30', true],
    ['(, )', '0', true],
    ['[1, 1]', '1', true],
  ])('%s holds %s: %s', (text, value, expected) => {
    expect(intervalContains(interval(text), new Decimal(value))).toBe(expected);
  });
});

describe('intervalsMeet', () => {
  test.each([
    ['[1, 2]', '[2, 3]', true],
    ['[1, 2)', '[2, 3]', false],
    ['[1, 2]', '(2, 3]', false],
    ['[1, 3]', '[2, 2]', true],
    ['[1, )', '(, 1]', true],
    ['(1, )', '(, 1]', false],
    ['(, )', '[5, 5]', true],
    ['[1, 2]', '[4, 5]', false],
  ])('%s and %s meet: %s', (a, b, expected) => {
    expect(intervalsMeet(interval(a), interval(b))).toBe(expected);
    expect(intervalsMeet(interval(b), interval(a))).toBe(expected);
  });

  test('is true exactly where a value lies in both', () => {
    fc.assert(
      fc.property(anyInterval, anyInterval, (a, b) => {
        const shared = probes.some((value) => intervalContains(a, value) && intervalContains(b, value));
        expect(intervalsMeet(a, b)).toBe(shared);
      }),
    );
  });
});

test('negateInterval turns every value', () => {
  expect(negateInterval(interval('[1, 2)'))).toEqual(interval('(-2, -1]'));
  fc.assert(
    fc.property(anyInterval, fc.constantFrom(...probes), (a, value) => {
      expect(intervalContains(negateInterval(a), value.negated())).toBe(intervalContains(a, value));
    }),
  );
});

test('a point holds itself alone, the unbounded everything', () => {
  fc.assert(
    fc.property(fc.constantFrom(...probes), fc.constantFrom(...probes), (a, b) => {
      expect(intervalContains(pointInterval(a), b)).toBe(a.eq(b));
      expect(intervalContains(unbounded, b)).toBe(true);
    }),
  );
});

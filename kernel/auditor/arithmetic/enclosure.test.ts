import { describe, expect, test } from 'vitest';
import { Decimal } from '../../decimal.ts';
import type { Interval } from '../../interval/interval.ts';
import { intersection, liesWithin } from './enclosure.ts';

/** "[1,2)", "(,5]". */
function interval(text: string): Interval {
  const [lower = '', upper = ''] = text.slice(1, -1).split(',');
  return {
    lower: lower === '' ? null : new Decimal(lower),
    upper: upper === '' ? null : new Decimal(upper),
    lowerIncluded: text.startsWith('['),
    upperIncluded: text.endsWith(']'),
  };
}

test.each([
  ['[1,2]', '[1,2]', true],
  ['(1,2)', '[1,2]', true],
  ['[1,2]', '(1,2]', false],
  ['[1,2]', '[1,2)', false],
  ['[1,2]', '(,)', true],
  ['[1,)', '[1,9]', false],
  ['[1,9)', '[1,)', true],
  ['[0,2]', '[1,3]', false],
])('%s lies within %s: %s', (inner, outer, expected) => {
  expect(liesWithin(interval(inner), interval(outer))).toBe(expected);
});

describe('the intersection', () => {
  test.each([
    ['[1,5]', '(2,9)', '(2,5]'],
    ['[1,5)', '[1,5]', '[1,5)'],
    ['(,5]', '[2,)', '[2,5]'],
    ['[1,2]', '[2,3]', '[2,2]'],
  ])('of %s and %s is %s', (a, b, expected) => {
    expect(intersection(interval(a), interval(b))).toEqual(interval(expected));
    expect(intersection(interval(b), interval(a))).toEqual(interval(expected));
  });

  test.each([
    ['[1,2]', '[3,4]'],
    ['[1,2)', '[2,3]'],
  ])('of %s and %s is empty', (a, b) => {
    expect(intersection(interval(a), interval(b))).toBeNull();
  });
});

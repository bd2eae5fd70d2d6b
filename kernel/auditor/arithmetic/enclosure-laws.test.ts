import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal } from '../../decimal.ts';
import { intervalContains, type Interval } from '../../interval/interval.ts';
import { differenceOfIntervals } from './difference.ts';
import { liesWithin } from './enclosure.ts';
import { anywhere, fromNought, Precise, type Nested } from './intervals-for-tests.ts';
import { percentChangeInterval } from './percent-change.ts';
import { productOfIntervals, scaledInterval } from './product.ts';
import { quotientOfIntervals } from './quotient.ts';
import { shareInterval } from './share.ts';
import { shownInterval } from './significant-digits.ts';
import { sumOfIntervals } from './sum.ts';

const hundred = new Decimal(100);
type Truth = (a: Decimal, b: Decimal) => Decimal | null;
type Operation = (a: Interval, b: Interval) => Interval | null;

/** The true result to 200 digits; null where there is none. */
const divided: Truth = (a, b) => (b.gt(0) ? new Precise(a).div(b) : null);
const operations: ReadonlyArray<
  readonly [string, fc.Arbitrary<Nested>, fc.Arbitrary<Nested>, Operation, Truth]
> = [
  ['sum', anywhere, anywhere, (a, b) => sumOfIntervals([a, b]), (a, b) => new Precise(a).plus(b)],
  ['difference', anywhere, anywhere, differenceOfIntervals, (a, b) => new Precise(a).minus(b)],
  ['product', fromNought, fromNought, productOfIntervals, (a, b) => new Precise(a).times(b)],
  [
    'multiple of 100',
    anywhere,
    anywhere,
    (a) => scaledInterval(a, hundred),
    (a) => new Precise(a).times(hundred),
  ],
  ['quotient', anywhere, fromNought, quotientOfIntervals, divided],
  [
    'percent change',
    fromNought,
    fromNought,
    percentChangeInterval,
    (a, b) => divided(a, b)?.minus(1).times(100) ?? null,
  ],
  [
    'share',
    fromNought,
    fromNought,
    (a, b) => shareInterval([a], [b], hundred),
    (a, b) => divided(a, b)?.times(100) ?? null,
  ],
];

describe.each(operations)('the interval of a %s', (_, first, second, operation, truth) => {
  test('never leaves the true value outside', () => {
    fc.assert(
      fc.property(first, second, (a, b) => {
        const expected = truth(a.value, b.value);
        const interval = operation(a.outer, b.outer);
        if (expected === null || interval === null) return expected === null;
        return (
          intervalContains(interval, new Decimal(expected)) &&
          intervalContains(shownInterval(interval), new Decimal(expected))
        );
      }),
    );
  });

  test('is narrower for narrower operands', () => {
    fc.assert(
      fc.property(first, second, (a, b) => {
        const [inner, outer] = [operation(a.inner, b.inner), operation(a.outer, b.outer)];
        return inner === null || outer === null ? inner === null : liesWithin(inner, outer);
      }),
    );
  });
});

describe('an operation on single values', () => {
  const point = (text: string): Interval => {
    const value = new Decimal(text);
    return { lower: value, upper: value, lowerIncluded: true, upperIncluded: true };
  };

  test('is a single value where 40 digits hold it', () => {
    expect(percentChangeInterval(point('3'), point('4'))).toEqual(point('-25'));
    expect(sumOfIntervals([point('232'), point('168'), point('121')])).toEqual(point('521'));
  });

  test('is shut in, with both ends out, where they do not', () => {
    const third = quotientOfIntervals(point('1'), point('3'));
    expect(third).toMatchObject({ lowerIncluded: false, upperIncluded: false });
    expect(third?.upper?.minus(third.lower ?? 0).toNumber()).toBeCloseTo(1e-40, 50);
  });

  test('has no answer over zero', () => {
    expect(quotientOfIntervals(point('1'), point('0'))).toBeNull();
    expect(percentChangeInterval(point('326'), point('0'))).toBeNull();
  });
});

describe('an end that is missing', () => {
  const atLeast = (text: string): Interval => ({
    lower: new Decimal(text),
    upper: null,
    lowerIncluded: true,
    upperIncluded: false,
  });
  const point = { lower: new Decimal(8), upper: new Decimal(8), lowerIncluded: true, upperIncluded: true };

  test('stays missing in a sum', () => {
    expect(sumOfIntervals([atLeast('2'), point])).toEqual(atLeast('10'));
  });

  test('lets a quotient near nought', () => {
    expect(quotientOfIntervals(point, atLeast('2'))).toEqual({
      lower: new Decimal(0),
      upper: new Decimal(4),
      lowerIncluded: false,
      upperIncluded: true,
    });
  });

  test('turns round in a difference', () => {
    expect(differenceOfIntervals(point, atLeast('2'))).toEqual({
      lower: null,
      upper: new Decimal(6),
      lowerIncluded: false,
      upperIncluded: true,
    });
  });
});

import fc from 'fast-check';
import { Decimal } from '../../decimal.ts';
import { intervalContains, type Interval } from '../../interval/interval.ts';

/** An interval, one that lies within it, and a value that lies in both. */
export interface Nested {
  readonly outer: Interval;
  readonly inner: Interval;
  readonly value: Decimal;
}

/** Enough for a quotient of two short decimals to be told from its neighbours of 40 digits. */
export const Precise = Decimal.clone({ precision: 200 });

const places = fc.integer({ min: 0, max: 6 });
const thousands = fc
  .nat({ max: 999_999 })
  .chain((digits) => places.map((scale) => new Decimal(digits).div(new Decimal(10).pow(scale))));
/** Nought is a value, a gap and an end of its own, and the place where a quotient breaks. */
const step = fc.oneof(fc.constant(new Decimal(0)), thousands);

/** @param start the lowest end of all. */
export function nested(start: fc.Arbitrary<Decimal>): fc.Arbitrary<Nested> {
  return fc
    .tuple(
      start,
      fc.array(step, { minLength: 4, maxLength: 4 }),
      fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    )
    .map(([first, steps, flags]) => {
      const ends = steps.reduce<Decimal[]>((all, gap) => [...all, (all.at(-1) ?? first).plus(gap)], [first]);
      const [a, b, value, c, d] = ends as [Decimal, Decimal, Decimal, Decimal, Decimal];
      const [outerLower, innerLower, innerUpper, outerUpper] = flags as [boolean, boolean, boolean, boolean];
      const inner = { lower: b, upper: c, lowerIncluded: innerLower, upperIncluded: innerUpper };
      const outer = {
        lower: a,
        upper: d,
        lowerIncluded: outerLower || (a.eq(b) && innerLower),
        upperIncluded: outerUpper || (c.eq(d) && innerUpper),
      };
      return { outer, inner, value };
    })
    .filter(({ inner, value }) => intervalContains(inner, value));
}

export const anywhere = nested(
  fc.tuple(thousands, fc.boolean()).map(([end, below]) => (below ? end.negated() : end)),
);
export const fromNought = nested(step);

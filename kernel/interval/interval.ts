import type { Decimal } from '../decimal.ts';

/** The values that a printed figure can stand for. */
export interface Interval {
  /** Null where unbounded; then `lowerIncluded` is false. */
  readonly lower: Decimal | null;
  readonly upper: Decimal | null;
  readonly lowerIncluded: boolean;
  readonly upperIncluded: boolean;
}

export const unbounded: Interval = { lower: null, upper: null, lowerIncluded: false, upperIncluded: false };

export function pointInterval(value: Decimal): Interval {
  return { lower: value, upper: value, lowerIncluded: true, upperIncluded: true };
}

export function intervalContains(
  { lower, upper, lowerIncluded, upperIncluded }: Interval,
  value: Decimal,
): boolean {
  const fromBelow = lower === null || (lowerIncluded ? lower.lte(value) : lower.lt(value));
  const fromAbove = upper === null || (upperIncluded ? upper.gte(value) : upper.gt(value));
  return fromBelow && fromAbove;
}

/**
 * True where some value lies in both: two figures that can be the same. Touching ends meet only where both
 * include them.
 */
export function intervalsMeet(a: Interval, b: Interval): boolean {
  return reaches(a, b) && reaches(b, a);
}

/** True where `a` begins no later than `b` ends. */
function reaches(a: Interval, b: Interval): boolean {
  if (a.lower === null || b.upper === null) return true;
  return a.lowerIncluded && b.upperIncluded ? a.lower.lte(b.upper) : a.lower.lt(b.upper);
}

/** The same values with the sign turned. */
export function negateInterval({ lower, upper, lowerIncluded, upperIncluded }: Interval): Interval {
  return {
    lower: upper?.negated() ?? null,
    upper: lower?.negated() ?? null,
    lowerIncluded: upperIncluded,
    upperIncluded: lowerIncluded,
  };
}

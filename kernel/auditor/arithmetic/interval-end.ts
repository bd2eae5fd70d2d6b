import type { Decimal } from '../../decimal.ts';
import type { Interval } from '../../interval/interval.ts';
import type { Enclosed } from './directed.ts';

/** One end of an interval; null where it has none. */
export type End = { readonly value: Decimal; readonly included: boolean } | null;

export function lowerEnd({ lower, lowerIncluded }: Interval): End {
  return lower === null ? null : { value: lower, included: lowerIncluded };
}

export function upperEnd({ upper, upperIncluded }: Interval): End {
  return upper === null ? null : { value: upper, included: upperIncluded };
}

export function intervalOf(lower: End, upper: End): Interval {
  return {
    lower: lower?.value ?? null,
    upper: upper?.value ?? null,
    lowerIncluded: lower?.included ?? false,
    upperIncluded: upper?.included ?? false,
  };
}

/**
 * A lower end from an operation on two ends. A result that had to be rounded lies beyond every true value, so that it is
 * out: narrower operands then never have an end that wider ones lack.
 */
export function roundedDown({ below, above }: Enclosed, included: boolean): End {
  return { value: below, included: included && below.eq(above) };
}

export function roundedUp({ below, above }: Enclosed, included: boolean): End {
  return { value: above, included: included && below.eq(above) };
}

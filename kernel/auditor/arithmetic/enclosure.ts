import type { Decimal } from '../../decimal.ts';
import type { Interval } from '../../interval/interval.ts';
import { intervalOf, lowerEnd, upperEnd, type End } from './interval-end.ts';

/** True where no value of `inner` is outside `outer`. */
export function liesWithin(inner: Interval, outer: Interval): boolean {
  return (
    noFartherOut(lowerEnd(inner), lowerEnd(outer), (a, b) => a.gt(b)) &&
    noFartherOut(upperEnd(inner), upperEnd(outer), (a, b) => a.lt(b))
  );
}

function noFartherOut(inner: End, outer: End, inside: (a: Decimal, b: Decimal) => boolean): boolean {
  if (outer === null) return true;
  if (inner === null) return false;
  return (
    inside(inner.value, outer.value) || (inner.value.eq(outer.value) && (outer.included || !inner.included))
  );
}

/** The values that lie in both; null where none does. */
export function intersection(a: Interval, b: Interval): Interval | null {
  const lower = innermost(lowerEnd(a), lowerEnd(b), (x, y) => x.gt(y));
  const upper = innermost(upperEnd(a), upperEnd(b), (x, y) => x.lt(y));
  if (lower !== null && upper !== null) {
    if (lower.value.gt(upper.value)) return null;
    if (lower.value.eq(upper.value) && !(lower.included && upper.included)) return null;
  }
  return intervalOf(lower, upper);
}

function innermost(a: End, b: End, further: (x: Decimal, y: Decimal) => boolean): End {
  if (a === null || b === null) return a ?? b;
  if (a.value.eq(b.value)) return { value: a.value, included: a.included && b.included };
  return further(a.value, b.value) ? a : b;
}

import { Decimal } from '../../decimal.ts';
import type { Interval } from '../../interval/interval.ts';

/**
 * What an answer shows of a computed value. Ten: no figure of a briefing is printed with more, and a pocket calculator shows as
 * many. Judging is done before, with 40: a value rounded for show and rounded again to the printed digits would be rounded twice.
 */
const SHOWN = 10;

/** Rounded half up, by magnitude, to ten significant digits. */
export function shownValue(value: Decimal): Decimal {
  return value.toSignificantDigits(SHOWN, Decimal.ROUND_HALF_UP);
}

/** Rounded outward to ten significant digits. An end that moved is a bound and no value any more; it is shown as included. */
export function shownInterval({ lower, upper, lowerIncluded, upperIncluded }: Interval): Interval {
  const shownLower = lower?.toSignificantDigits(SHOWN, Decimal.ROUND_FLOOR) ?? null;
  const shownUpper = upper?.toSignificantDigits(SHOWN, Decimal.ROUND_CEIL) ?? null;
  return {
    lower: shownLower,
    upper: shownUpper,
    lowerIncluded: lowerIncluded || moved(lower, shownLower),
    upperIncluded: upperIncluded || moved(upper, shownUpper),
  };
}

function moved(end: Decimal | null, shown: Decimal | null): boolean {
  return end !== null && shown !== null && !end.eq(shown);
}

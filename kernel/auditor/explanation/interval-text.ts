import { Decimal } from '../../decimal.ts';
import { intervalsMeet, type Interval } from '../../interval/interval.ts';
import type { Language } from '../../vocabulary.ts';
import { numberText } from './number-text.ts';

const MOST_DECIMALS = 10;
/** How much of its own width an interval may seem wider for being rounded. */
const LEEWAY = new Decimal('0.1');
/** A quotient of two counts is one value; that 40 digits cannot hold it is nothing to tell. */
const NO_WIDTH = new Decimal('1e-20');

/**
 * The interval in words, its ends rounded outward to as few decimals as keep the words true: it must not seem much wider than it is, nor
 * seem to meet the stated interval where it does not. Empty of a single value, which has been named already, and where there is no
 * end to name.
 */
export function intervalText(
  interval: Interval,
  stated: Interval | null,
  decimals: number,
  suffix: string,
  language: Language,
): string {
  const apartFrom = stated !== null && !intervalsMeet(interval, stated) ? stated : null;
  const { lower, upper } = widened(interval, apartFrom, decimals);
  const text = (end: Decimal) => `${numberText(end, language)}${suffix}`;
  const words = language === 'VI' ? vietnamese : english;
  if (lower !== null && upper !== null)
    return widthOf(interval)?.lte(NO_WIDTH) === true ? '' : words.both(text(lower), text(upper));
  if (lower !== null) return words.lower(text(lower));
  return upper === null ? '' : words.upper(text(upper));
}

const vietnamese = {
  both: (lower: string, upper: string) => `từ ${lower} đến ${upper}`,
  lower: (end: string) => `ít nhất ${end}`,
  upper: (end: string) => `nhiều nhất ${end}`,
};
const english = {
  both: (lower: string, upper: string) => `from ${lower} to ${upper}`,
  lower: (end: string) => `at least ${end}`,
  upper: (end: string) => `at most ${end}`,
};

function widened(interval: Interval, apartFrom: Interval | null, decimals: number): Interval {
  const wider: Interval = {
    lower: interval.lower?.toDecimalPlaces(decimals, Decimal.ROUND_FLOOR) ?? null,
    upper: interval.upper?.toDecimalPlaces(decimals, Decimal.ROUND_CEIL) ?? null,
    lowerIncluded: true,
    upperIncluded: true,
  };
  const [was, is] = [widthOf(interval), widthOf(wider)];
  const tooWide = was !== null && is !== null && is.minus(was).gt(was.times(LEEWAY));
  const misleads = tooWide || (apartFrom !== null && intervalsMeet(wider, apartFrom));
  return misleads && decimals < MOST_DECIMALS ? widened(interval, apartFrom, decimals + 1) : wider;
}

function widthOf({ lower, upper }: Interval): Decimal | null {
  return lower === null || upper === null ? null : upper.minus(lower);
}

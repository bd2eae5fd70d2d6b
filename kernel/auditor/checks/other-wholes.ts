import type { Decimal } from '../../decimal.ts';
import { sumOfValues } from '../arithmetic/sum.ts';
import { cutText, inBoth, numberText } from '../explanation/number-text.ts';
import type { OtherTotal } from '../slips/wrong-total.ts';

/** What a quotient would be over another whole: over one of those that are pooled, over the rest, or as the mean of the single quotients. */
export function otherWholes(
  numerators: readonly Decimal[],
  denominators: readonly Decimal[],
  factor: Decimal,
): readonly OtherTotal[] {
  const counted = sumOfValues(numerators);
  const rest = sumOfValues(denominators).minus(counted);
  const pooled = denominators.length > 1;
  const pairs = numerators.flatMap((above, index) => {
    const below = denominators[index];
    return below === undefined ? [] : [{ above, below }];
  });
  return [
    ...(pooled ? pairs.map(({ above, below }) => quotient(above, below, factor)) : []),
    ...(pooled ? denominators.map((below) => quotient(counted, below, factor)) : []),
    ...(pooled && pairs.length === denominators.length ? mean(pairs, factor) : []),
    quotient(counted, rest, factor),
  ].filter((other) => other !== null);
}

function quotient(above: Decimal, below: Decimal, factor: Decimal): OtherTotal | null {
  if (below.lte(0)) return null;
  const value = above.times(factor).div(below);
  const formula = inBoth(
    (language) =>
      `${numberText(above, language)} ÷ ${numberText(below, language)} = ${cutText(value, 3, language)}${percent(factor)}`,
  );
  return { value, formula };
}

interface Pair {
  readonly above: Decimal;
  readonly below: Decimal;
}

function mean(pairs: readonly Pair[], factor: Decimal): readonly OtherTotal[] {
  if (pairs.some(({ below }) => below.lte(0))) return [];
  const value = sumOfValues(pairs.map(({ above, below }) => above.times(factor).div(below))).div(
    pairs.length,
  );
  const formula = inBoth((language) => {
    const terms = pairs
      .map(({ above, below }) => `${numberText(above, language)} ÷ ${numberText(below, language)}`)
      .join(' + ');
    return `(${terms}) ÷ ${pairs.length} = ${cutText(value, 3, language)}${percent(factor)}`;
  });
  return [{ value, formula }];
}

function percent(factor: Decimal): string {
  return factor.eq(100) ? '%' : '';
}

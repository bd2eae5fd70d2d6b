import type { Decimal } from '../../decimal.ts';
import type { UnitRow } from '../../store/rows.ts';
import { sumOfValues } from '../arithmetic/sum.ts';
import { inBoth } from '../explanation/number-text.ts';
import { scaledNumbers } from '../explanation/scaled-numbers.ts';
import type { OtherTotal } from '../slips/wrong-total.ts';

/** What a sum would be with one of its terms left out, or one counted twice. */
export function otherSums(values: readonly Decimal[], unit: UnitRow): readonly OtherTotal[] {
  const numbers = scaledNumbers(values, unit);
  return values
    .flatMap((value, index) => [values.toSpliced(index, 1), values.toSpliced(index, 0, value)])
    .filter((terms) => terms.length > 1)
    .map((terms) => {
      const value = sumOfValues(terms);
      const formula = inBoth(
        (language) =>
          `${terms.map((term) => numbers.text(term, language)).join(' + ')} = ${numbers.text(value, language)}`,
      );
      return { value, formula };
    });
}

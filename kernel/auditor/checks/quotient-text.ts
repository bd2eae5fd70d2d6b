import { Decimal } from '../../decimal.ts';
import type { UnitRow } from '../../store/rows.ts';
import type { Bilingual, Language } from '../../vocabulary.ts';
import { sumOfValues } from '../arithmetic/sum.ts';
import type { StatedValue } from '../changes/stated-value.ts';
import { unitSuffix } from '../explanation/change-unit-text.ts';
import { cutText, decimalsOf, numberText } from '../explanation/number-text.ts';

/** Which figures would have to be held to compute the quotient. @param names of the indicators that are missing. */
export function missingOperands(names: readonly Bilingual[]): Bilingual {
  const listed = (language: 'vi' | 'en') => names.map((name) => `"${name[language]}"`).join(', ');
  return {
    vi: `Không tính lại được, vì chưa có số cùng kỳ của: ${listed('vi')}.`,
    en: `It cannot be computed, for no figure of the same time is held of: ${listed('en')}.`,
  };
}

export const nothingToDivideBy: Bilingual = {
  vi: 'Không tính lại được, vì mẫu số là 0.',
  en: 'It cannot be computed, for there is nothing to divide by.',
};

/** "(12 + 39) ÷ (20 + 63) = 51 ÷ 83 = 61,445…%". */
export function quotientFormula(
  numerators: readonly Decimal[],
  denominators: readonly Decimal[],
  value: Decimal | null,
  stated: StatedValue,
  unit: UnitRow,
  language: Language,
): string {
  const factor = commonFactor([...numerators, ...denominators]);
  const number = (term: Decimal) => numberText(term.div(factor), language);
  const side = (terms: readonly Decimal[]) => {
    const text = terms.map(number).join(' + ');
    return terms.length > 1 ? `(${text})` : text;
  };
  const steps = [`${side(numerators)} ÷ ${side(denominators)}`];
  if (numerators.length > 1 || denominators.length > 1)
    steps.push(`${number(sumOfValues(numerators))} ÷ ${number(sumOfValues(denominators))}`);
  if (value !== null) {
    const decimals = decimalsOf(stated.resolution, stated.value) + 2;
    steps.push(cutText(value, decimals, language) + unitSuffix(unit, language));
  }
  return steps.join(' = ');
}

const factors = ['1e12', '1e9', '1e6'].map((text) => new Decimal(text));

/** What cancels out: 55 tỷ ÷ 58 tỷ is 55 ÷ 58. */
function commonFactor(values: readonly Decimal[]): Decimal {
  const common = factors.find((factor) => values.every((value) => value.div(factor).decimalPlaces() <= 2));
  const enough = common !== undefined && values.some((value) => value.gte(common));
  return enough ? common : new Decimal(1);
}

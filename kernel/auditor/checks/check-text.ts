import { Decimal } from '../../decimal.ts';
import type { UnitRow } from '../../store/rows.ts';
import type { Bilingual, Language } from '../../vocabulary.ts';
import type { StatedValue } from '../changes/stated-value.ts';
import { figureText } from '../explanation/change-unit-text.ts';
import { intervalText } from '../explanation/interval-text.ts';
import { decimalsOf, inBoth } from '../explanation/number-text.ts';
import { sentences, verdictWords } from '../explanation/verdict-text.ts';
import type { Quantity } from '../figures/held-figure.ts';
import type { LikelySlip } from '../slips/likely-slip.ts';
import type { Verdict } from '../verdicts.ts';

export interface CheckToExplain {
  /** The sum, with its result. */
  readonly formula: (language: Language) => string;
  readonly stated: StatedValue;
  readonly unit: UnitRow;
  readonly computed: Quantity;
  /** What the formula's numbers were divided by. */
  readonly factor?: Decimal;
  readonly suffix: (language: Language) => string;
  readonly verdict: Verdict;
  readonly slip: LikelySlip | null;
}

/** The sum, what it comes to with the printed precision, how that agrees with what is stated, and the likely slip. */
export function explainCheck(check: CheckToExplain): Bilingual {
  const { formula, stated, unit, computed, suffix, verdict, slip } = check;
  const factor = check.factor ?? new Decimal(1);
  return inBoth((language) => {
    const within = intervalText(
      scaled(computed, factor),
      { ...scaled(stated, factor) },
      decimalsOf(stated.resolution?.div(factor) ?? null, stated.value.div(factor)),
      suffix(language),
      language,
    );
    const precision = language === 'VI' ? 'với độ chính xác đã in: ' : 'with the printed precision: ';
    const parts = [
      formula(language),
      within === '' ? '' : precision + within,
      verdictWords(verdict, figureText(stated, unit, language), language),
    ];
    return sentences([
      `${parts.filter((part) => part !== '').join('; ')}.`,
      slip?.because[language === 'VI' ? 'vi' : 'en'] ?? '',
    ]);
  });
}

function scaled({ interval }: Pick<Quantity, 'interval'>, factor: Decimal): Quantity['interval'] {
  return {
    ...interval,
    lower: interval.lower?.div(factor) ?? null,
    upper: interval.upper?.div(factor) ?? null,
  };
}

import type { Decimal } from '../../decimal.ts';
import { intervalContains, type Interval } from '../../interval/interval.ts';
import type { Bilingual } from '../../vocabulary.ts';
import type { LikelySlip } from './likely-slip.ts';

/** What would come out with another total: a part left out, or counted twice; another whole to divide by. */
export interface OtherTotal {
  readonly value: Decimal;
  /** The sum that gives it. */
  readonly formula: Bilingual;
}

/** WRONG_TOTAL: what is stated is right once the total is made of other parts than it has. */
export function wrongTotal(stated: Interval, others: readonly OtherTotal[]): LikelySlip | null {
  const found = others.find(({ value }) => intervalContains(stated, value));
  if (found === undefined) return null;
  return {
    slip: 'WRONG_TOTAL',
    because: {
      vi: `${found.formula.vi}: có thể đã lấy sai tổng.`,
      en: `${found.formula.en}: the total was probably taken wrongly.`,
    },
  };
}

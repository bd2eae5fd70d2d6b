import type { Decimal } from '../../decimal.ts';
import type { UnitRow } from '../../store/rows.ts';
import type { ChangeDirection, Language } from '../../vocabulary.ts';
import type { ChangeReading } from '../changes/reading.ts';
import type { Quantity } from '../figures/held-figure.ts';
import { changeUnitRow, unitSuffix } from './change-unit-text.ts';
import { cutText } from './number-text.ts';
import { scaledNumbers } from './scaled-numbers.ts';

/** "tính theo nghìn tỷ đồng, 7,39 ÷ 8,1 − 1 = −8,765…%"; of ranges, which have no one value, nothing. */
export function changeFormula(
  { unit, computed }: Pick<ChangeReading, 'unit' | 'computed'>,
  direction: ChangeDirection,
  figure: Quantity,
  base: Quantity,
  indicatorUnit: UnitRow,
  decimals: number,
  language: Language,
): string {
  const [now, before, result] = [figure.value, base.value, computed?.value ?? null];
  if (now === null || before === null || result === null) return '';
  const numbers = scaledNumbers([now, before], indicatorUnit);
  const note = language === 'VI' ? numbers.note.vi : numbers.note.en;
  const text = (value: Decimal) => operandText(value, numbers.text, numbers.factor, language);
  const suffix = unitSuffix(changeUnitRow(unit, indicatorUnit), language);
  const prefix = note === '' ? '' : `${note}, `;
  switch (unit) {
    case 'PERCENT':
      return `${prefix}${text(now)} ÷ ${text(before)} − 1 = ${cutText(result, decimals, language)}%`;
    case 'PERCENTAGE_POINT':
    case 'ABSOLUTE':
      return `${prefix}${text(now)} − ${text(before)} = ${cutText(result.div(numbers.factor), decimals, language)}${note === '' ? suffix : ''}`;
    case 'MULTIPLE': {
      const [over, under] = direction === 'DOWN' ? [before, now] : [now, before];
      return `${prefix}${text(over)} ÷ ${text(under)} = ${cutText(result, decimals, language)}${suffix}`;
    }
  }
}

/** An implied base has more digits than anyone keys in. */
function operandText(
  value: Decimal,
  text: (value: Decimal, language: Language) => string,
  factor: Decimal,
  language: Language,
): string {
  return value.precision() > 10 ? cutText(value.div(factor), 3, language) : text(value, language);
}

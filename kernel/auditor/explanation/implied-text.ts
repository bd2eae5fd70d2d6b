import { Decimal } from '../../decimal.ts';
import type { UnitRow } from '../../store/rows.ts';
import type { Language } from '../../vocabulary.ts';
import type { ChangeReading } from '../changes/reading.ts';
import type { Quantity } from '../figures/held-figure.ts';
import { unitSuffix } from './change-unit-text.ts';
import { cutText, numberText } from './number-text.ts';
import { scaledNumbers } from './scaled-numbers.ts';

/** The base that a change implies, with its sum: "2.014.512 ÷ 0,9516 = 2.116.973,518…"; empty where nothing can be implied. */
export function impliedText(
  { unit, stated, implied }: Pick<ChangeReading, 'unit' | 'stated' | 'implied'>,
  figure: Quantity,
  indicatorUnit: UnitRow,
  language: Language,
): string {
  if (stated === null || implied === null || figure.value === null) return '';
  const vi = language === 'VI';
  const numbers = scaledNumbers([figure.value], indicatorUnit);
  const now = numbers.text(figure.value, language);
  const note = vi ? numbers.note.vi : numbers.note.en;
  const suffix = note === '' ? unitSuffix(indicatorUnit, language) : '';
  if (implied.interval === null)
    return vi
      ? `không số gốc nào cho ra mức thay đổi này từ ${now}${suffix}.`
      : `no base can have changed so and come to ${now}${suffix}.`;
  if (implied.value === null) return '';
  const by = (value: Decimal) => numberText(value, language);
  const scaled = (value: Decimal) => numbers.text(value, language);
  const formula = {
    PERCENT: `${now} ÷ ${by(stated.value.div(100).plus(1))}`,
    PERCENTAGE_POINT: minus(now, stated.value, by),
    ABSOLUTE: minus(now, stated.value, scaled),
    MULTIPLE: implied.value.gt(figure.value)
      ? `${now} × ${by(stated.value)}`
      : `${now} ÷ ${by(stated.value)}`,
  }[unit];
  const result = `${cutText(implied.value.div(numbers.factor), 3, language)}${suffix}`;
  const prefix = note === '' ? '' : `${note}, `;
  return vi
    ? `${prefix}số gốc phải là ${formula} = ${result}.`
    : `${prefix}the base must have been ${formula} = ${result}.`;
}

function minus(from: string, change: Decimal, text: (value: Decimal) => string): string {
  return change.lt(0) ? `${from} + ${text(change.negated())}` : `${from} − ${text(change)}`;
}

import type { Decimal } from '../../decimal.ts';
import { displayFigure } from '../../display-figure.ts';
import type { UnitRow } from '../../store/rows.ts';
import type { ChangeDirection, ChangeUnit, Language } from '../../vocabulary.ts';
import type { StatedValue } from '../changes/stated-value.ts';

const percent: UnitRow = {
  code: 'PERCENT',
  symbol: '%',
  name: { vi: 'phần trăm', en: 'percent' },
  kind: 'PERCENT',
  per: null,
  printed: [],
};
const points: UnitRow = { ...percent, symbol: '', name: { vi: 'điểm phần trăm', en: 'percentage points' } };
const times: UnitRow = { ...percent, symbol: '', kind: 'RATIO', name: { vi: 'lần', en: 'times' } };

/** The unit that a change's numbers are written in. An increment is a number of the indicator's own things; of a percentage, points. */
export function changeUnitRow(unit: ChangeUnit, indicatorUnit: UnitRow): UnitRow {
  switch (unit) {
    case 'PERCENT':
      return percent;
    case 'PERCENTAGE_POINT':
      return points;
    case 'ABSOLUTE':
      return indicatorUnit.symbol === '%' ? points : indicatorUnit;
    case 'MULTIPLE':
      return times;
  }
}

/** What stands behind a number of this unit: "%", " điểm phần trăm". */
export function unitSuffix({ symbol, name, kind, code }: UnitRow, language: Language): string {
  if (symbol === '%') return '%';
  if (kind === 'CURRENCY' && language === 'EN') return ` ${code}`;
  return ` ${language === 'VI' ? name.vi : name.en}`;
}

const directions: Readonly<Record<ChangeDirection, Readonly<Record<Language, string>>>> = {
  UP: { VI: 'tăng', EN: 'a rise' },
  DOWN: { VI: 'giảm', EN: 'a fall' },
  UNCHANGED: { VI: 'không đổi', EN: 'no change' },
};

/** The change as stated: "khoảng 30%", "−9,6%"; of words alone, which way. */
export function statedText(
  stated: StatedValue | null,
  direction: ChangeDirection,
  unit: UnitRow,
  language: Language,
): string {
  return stated === null ? directions[direction][language] : figureText(stated, unit, language);
}

/** A figure with its qualifier and its unit. */
export function figureText(
  { value, qualifier }: { readonly value: Decimal; readonly qualifier: StatedValue['qualifier'] },
  unit: UnitRow,
  language: Language,
): string {
  const figure = { value, lower: null, upper: null, qualifier, resolution: null, multiplied: false };
  // The sign only: "cyber-attack incidents" keeps its hyphen.
  return displayFigure(figure, unit, language).replace(/-(?=\d)/u, '−');
}

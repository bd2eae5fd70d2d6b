import type { Decimal } from '../../kernel/decimal.ts';
import { formatFigure, type FigureUnit } from '../../kernel/printed/format-figure.ts';
import type { Language } from '../../kernel/vocabulary.ts';

/** "−103 đài", "+740 tỷ đồng"; between percentages the bare number of points: "−0,2". */
export function signedChange(change: Decimal, unit: FigureUnit, language: Language): string {
  const size = formatFigure(change.abs(), unit, language);
  return `${change.isNegative() ? '−' : '+'}${unit.symbol === '%' ? size.replace(/%$/u, '') : size}`;
}

import { Decimal } from '../../decimal.ts';
import type { UnitRow } from '../../store/rows.ts';
import type { Bilingual, Language } from '../../vocabulary.ts';
import { numberText } from './number-text.ts';

interface Scale {
  readonly factor: Decimal;
  readonly words: Bilingual;
}

const scales: readonly Scale[] = [
  { factor: new Decimal('1e12'), words: { vi: 'nghìn tỷ', en: 'trillion' } },
  { factor: new Decimal('1e9'), words: { vi: 'tỷ', en: 'billion' } },
  { factor: new Decimal('1e6'), words: { vi: 'triệu', en: 'million' } },
];
/** As many as briefings print behind "triệu" and "nghìn tỷ". */
const MOST_DECIMALS = 2;

/** Numbers of one unit, as they are keyed into a calculator: all divided by the same thousands, which are named once. */
export interface ScaledNumbers {
  readonly text: (value: Decimal, language: Language) => string;
  readonly factor: Decimal;
  /** "tính theo nghìn tỷ đồng", "in trillion VND"; empty of plain numbers, whose unit stands beside them elsewhere. */
  readonly note: Bilingual;
}

/** @param values the printed ones; what is computed from them may take more decimals. */
export function scaledNumbers(values: readonly Decimal[], unit: UnitRow): ScaledNumbers {
  const scale = scales.find(({ factor }) => fits(values, factor));
  const factor = scale?.factor ?? new Decimal(1);
  return {
    factor,
    text: (value, language) => numberText(value.div(factor), language),
    note:
      scale === undefined
        ? { vi: '', en: '' }
        : {
            vi: `tính theo ${scale.words.vi} ${unit.name.vi}`,
            en: `in ${scale.words.en} ${unit.kind === 'CURRENCY' ? unit.code : unit.name.en}`,
          },
  };
}

function fits(values: readonly Decimal[], factor: Decimal): boolean {
  return (
    values.some((value) => value.abs().gte(factor)) &&
    values.every((value) => value.div(factor).decimalPlaces() <= MOST_DECIMALS)
  );
}

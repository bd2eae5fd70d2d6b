import { Decimal, formatDecimal } from '../decimal.ts';
import type { Bilingual, Language, UnitKind } from '../vocabulary.ts';
import { singularOf } from './singular.ts';

/** What formatFigure needs of a unit; a unit of the catalogue has it. */
export interface FigureUnit {
  /**
   * A currency's ISO 4217 code, printed where the language has no word of its own: "58 tỷ USD", "18.8
   * trillion VND".
   */
  readonly code?: string | undefined;
  readonly symbol: string;
  readonly name: Bilingual;
  readonly kind: UnitKind;
  /** The words that documents print behind the number, in lower case. */
  readonly printed?: readonly string[] | undefined;
}

interface Scale {
  readonly factor: Decimal;
  readonly words: Readonly<Record<Language, string>>;
}

/** From the largest. No thousand: "5.000" is shorter than "5 nghìn", and briefings print it so. */
const scales: readonly Scale[] = [
  { factor: new Decimal('1e15'), words: { VI: 'triệu tỷ', EN: 'quadrillion' } },
  { factor: new Decimal('1e12'), words: { VI: 'nghìn tỷ', EN: 'trillion' } },
  { factor: new Decimal('1e9'), words: { VI: 'tỷ', EN: 'billion' } },
  { factor: new Decimal('1e6'), words: { VI: 'triệu', EN: 'million' } },
];
/**
 * "20,73 triệu" is easier to read than "20.730.000", "2,014512 triệu" is not: the limit is what briefings
 * keep to.
 */
const MOST_DECIMALS = 2;

/**
 * A figure in base units as people read it: 18800000000000 VND is "18,8 nghìn tỷ đồng" and "18.8 trillion
 * VND", 2014512 is "2.014.512 địa chỉ", 61 percent "61%". Never rounds: a scale word is taken only where at
 * most two decimals are left behind it, else all digits are written out, so that parsePrintedFigure reads the
 * same value back from the Vietnamese.
 */
export function formatFigure(value: Decimal, unit: FigureUnit, language: Language): string {
  if (unit.symbol === '%') return `${digits(value, language)}%`;
  const scale = scales.find(
    ({ factor }) => value.abs().gte(factor) && value.div(factor).decimalPlaces() <= MOST_DECIMALS,
  );
  const name = unitName(value, unit, language);
  if (scale === undefined) return `${digits(value, language)} ${name}`;
  return `${digits(value.div(scale.factor), language)} ${scale.words[language]} ${name}`;
}

function digits(value: Decimal, language: Language): string {
  const [thousands, decimal] = language === 'VI' ? ['.', ','] : [',', '.'];
  const [integer = '', fraction] = formatDecimal(value).split('.');
  const grouped = integer.replaceAll(/\B(?=(?:\d{3})+$)/gu, thousands);
  return fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`;
}

function unitName(value: Decimal, unit: FigureUnit, language: Language): string {
  // A gloss in brackets explains the unit in lists; behind a figure it would read as a second one.
  const name = (language === 'VI' ? unit.name.vi : unit.name.en).replace(/ ?\(.*\)$/u, '');
  if (unit.kind === 'CURRENCY' && unit.code !== undefined)
    return language === 'VI' && unit.printed?.includes(name.toLowerCase()) ? name : unit.code;
  return language === 'EN' && value.abs().eq(1) ? singularOf(name) : name;
}

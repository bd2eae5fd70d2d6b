import type { Decimal } from './decimal.ts';
import type { Figure } from './figure.ts';
import { formatFigure } from './printed/format-figure.ts';
import type { UnitRow } from './store/rows.ts';
import type { Frequency, Language, Qualifier } from './vocabulary.ts';

/** The words that stand before a figure; those of a range and of an order of magnitude stand between and around. */
const words: Readonly<Record<Qualifier, Readonly<Record<Language, string>>>> = {
  EXACT: { VI: '', EN: '' },
  ABOUT: { VI: 'khoảng', EN: 'about' },
  MORE_THAN: { VI: 'trên', EN: 'more than' },
  NEARLY: { VI: 'gần', EN: 'nearly' },
  LESS_THAN: { VI: 'dưới', EN: 'less than' },
  AT_LEAST: { VI: 'ít nhất', EN: 'at least' },
  AT_MOST: { VI: 'tối đa', EN: 'at most' },
  RANGE: { VI: 'từ', EN: 'from' },
  ORDER_OF_MAGNITUDE: { VI: 'từ', EN: 'from' },
  NOT_STATED: { VI: 'không nêu mức', EN: 'level not stated' },
};
const rates: Readonly<Record<Frequency, Readonly<Record<Language, string>>>> = {
  DAILY: { VI: 'mỗi ngày', EN: 'a day' },
  WEEKLY: { VI: 'mỗi tuần', EN: 'a week' },
  MONTHLY: { VI: 'mỗi tháng', EN: 'a month' },
  QUARTERLY: { VI: 'mỗi quý', EN: 'a quarter' },
  HALF_YEARLY: { VI: 'mỗi nửa năm', EN: 'a half year' },
  YEARLY: { VI: 'mỗi năm', EN: 'a year' },
};

/** A figure for people, in words of ours: "khoảng 63 nghìn tỷ đồng", "from 700 to 1,000 articles a day". */
export function displayFigure(figure: Figure, unit: UnitRow, language: Language): string {
  const { value, lower, upper, qualifier } = figure;
  const print = (number: Decimal) => formatFigure(number, unit, language);
  const word = words[qualifier][language];
  const rate = rateOf(unit, language);
  const to = {
    VI: qualifier === 'RANGE' ? 'đến' : 'đến dưới',
    EN: qualifier === 'RANGE' ? 'to' : 'to under',
  };
  if (value !== null) return joined(word, print(value), rate);
  if (lower !== null && upper !== null)
    return joined(word, withoutSharedEnd(print(lower), print(upper)), to[language], print(upper), rate);
  return words.NOT_STATED[language];
}

/** "mỗi ngày"; nothing where the unit's name says so itself ("tin mỗi ngày"). */
function rateOf({ per, name }: UnitRow, language: Language): string {
  if (per === null) return '';
  const rate = rates[per][language];
  return (language === 'VI' ? name.vi : name.en).endsWith(rate) ? '' : rate;
}

/** What both ends of a range have behind their numbers is said once: "10 to under 100 million subscriptions". */
function withoutSharedEnd(lower: string, upper: string): string {
  const [ours, theirs] = [lower.split(' '), upper.split(' ')];
  while (ours.length > 1 && ours.at(-1) === theirs.at(-1)) {
    ours.pop();
    theirs.pop();
  }
  return ours.join(' ');
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

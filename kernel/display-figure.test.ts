import { expect, test } from 'vitest';
import { unitRow } from '../tests/support/rows.ts';
import { parseDecimal } from './decimal.ts';
import { displayFigure } from './display-figure.ts';
import type { Figure } from './figure.ts';
import type { UnitRow } from './store/rows.ts';
import { qualifiers, type Qualifier } from './vocabulary.ts';

const articles = unitRow({ symbol: 'bài', name: { vi: 'bài báo', en: 'articles' } });
const dong = unitRow({
  code: 'VND',
  symbol: '₫',
  name: { vi: 'đồng', en: 'Vietnamese dong' },
  kind: 'CURRENCY',
  printed: ['đồng'],
});

interface Printed {
  readonly value?: string;
  readonly lower?: string;
  readonly upper?: string;
  readonly qualifier?: Qualifier;
}
function display({ value, lower, upper, qualifier = 'EXACT' }: Printed, unit: UnitRow = articles) {
  const decimal = (text?: string) => (text === undefined ? null : parseDecimal(text));
  const figure: Figure = {
    value: decimal(value),
    lower: decimal(lower),
    upper: decimal(upper),
    qualifier,
    resolution: null,
    multiplied: false,
  };
  return [displayFigure(figure, unit, 'VI'), displayFigure(figure, unit, 'EN')];
}

test('a figure stands with its unit, and numbers as each language writes them', () => {
  expect(display({ value: '9534' })).toEqual(['9.534 bài báo', '9,534 articles']);
});

test('a large sum of money stands with a multiplier', () => {
  expect(display({ value: '63000000000000', qualifier: 'ABOUT' }, dong)).toEqual([
    'khoảng 63 nghìn tỷ đồng',
    'about 63 trillion VND',
  ]);
});

test.each([
  ['ABOUT', 'khoảng', 'about'],
  ['MORE_THAN', 'trên', 'more than'],
  ['NEARLY', 'gần', 'nearly'],
  ['LESS_THAN', 'dưới', 'less than'],
  ['AT_LEAST', 'ít nhất', 'at least'],
  ['AT_MOST', 'tối đa', 'at most'],
] as const)('%s is said in front', (qualifier, vi, en) => {
  expect(display({ value: '5', qualifier })).toEqual([`${vi} 5 bài báo`, `${en} 5 articles`]);
});

test('a range says both ends; an order of magnitude leaves the upper one out', () => {
  const ends = { lower: '700', upper: '1000' };
  expect(display({ ...ends, qualifier: 'RANGE' })).toEqual([
    'từ 700 đến 1.000 bài báo',
    'from 700 to 1,000 articles',
  ]);
  expect(display({ ...ends, qualifier: 'ORDER_OF_MAGNITUDE' })).toEqual([
    'từ 700 đến dưới 1.000 bài báo',
    'from 700 to under 1,000 articles',
  ]);
});

test('a range says once what both ends have behind their numbers, and nothing less', () => {
  const range = (lower: string, upper: string, unit?: UnitRow) =>
    display({ lower, upper, qualifier: 'RANGE' }, unit)[1];
  expect(range('10000000', '100000000')).toBe('from 10 to 100 million articles');
  expect(range('900', '1000000')).toBe('from 900 to 1 million articles');
  expect(range('1', '5')).toBe('from 1 article to 5 articles');
  expect(range('0.25', '0.3', unitRow({ symbol: '%', kind: 'PERCENT' }))).toBe('from 0.25% to 0.3%');
});

test('a rate says how often', () => {
  const daily = unitRow({ ...articles, per: 'DAILY' });
  expect(display({ value: '800' }, daily)).toEqual(['800 bài báo mỗi ngày', '800 articles a day']);
});

test('a figure of which only the change is printed says so', () => {
  expect(display({ qualifier: 'NOT_STATED' })).toEqual(['không nêu mức', 'level not stated']);
});

test('no qualifier leaves a blank at either end', () => {
  for (const qualifier of qualifiers)
    for (const text of display({ value: '5', qualifier })) expect(text).toBe(text.trim());
});

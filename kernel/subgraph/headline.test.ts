import { expect, test } from 'vitest';
import { observationRow } from '../../tests/support/rows.ts';
import { headlineOf } from './headline.ts';

const june = observationRow({ period: '2020-06', value: '739' });
const headline = (...rows: Parameters<typeof headlineOf>[0]) => headlineOf(rows, 'test.figure');

test('the headline is the figure of the latest period', () => {
  expect(headline(observationRow({ period: '2020-05' }), june, observationRow({ period: '2019-06' }))).toBe(
    june,
  );
});

test('of periods that end together it is the shortest: the month, not the half-year', () => {
  const halfYear = observationRow({ period: '2020-S1' });
  expect(headline(halfYear, june)).toBe(june);
  expect(headline(june, halfYear)).toBe(june);
});

test('there is none where nothing was reported, or only of another indicator', () => {
  expect(headline()).toBeNull();
  expect(headline(observationRow({ indicator: 'test.other' }))).toBeNull();
});

test.each([
  ['a forecast', { forecast: true, status: 'FORECAST' }],
  ['printed only to compare with', { role: 'BASE' }],
  ['an agency’s own', { agency: 'MIC' }],
  ['a group’s', { scope: { code: 'RURAL', name: { vi: 'nông thôn', en: 'rural' } } }],
  ['a province’s', { province: '01' }],
  ['computed by us from a stated change', { status: 'IMPLIED' }],
] as const)('a later figure that is %s is passed over', (_, fields) => {
  const later = observationRow({ period: '2020-12', ...fields });
  expect(headline(later, june)).toBe(june);
  expect(headline(later)).toBeNull();
});

test('a figure that only a change is printed of may be the headline, and so may one that we summed', () => {
  const unstated = observationRow({ period: '2020-07', value: null, qualifier: 'NOT_STATED' });
  expect(headline(june, unstated)).toBe(unstated);
  const derived = observationRow({ period: '2020-07', status: 'DERIVED' });
  expect(headline(june, derived)).toBe(derived);
});

test('two figures that both claim it are an error of the data, which names both', () => {
  const other = observationRow({ period: '2020-06', edition: '2020-07', revision: 1 });
  expect(() => headline(june, other)).toThrow(
    expect.objectContaining({
      code: 'HEADLINE_AMBIGUOUS',
      message: expect.stringMatching(/test\.figure for 2020-06.*#0 and .*#1/u),
    }),
  );
});

test('two of an earlier period do not matter', () => {
  const twice = [0, 1].map((revision) => observationRow({ period: '2020-05', revision }));
  expect(headline(...twice, june)).toBe(june);
});

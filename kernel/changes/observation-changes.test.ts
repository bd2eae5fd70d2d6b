import { describe, expect, test } from 'vitest';
import { observationRow } from '../../tests/support/rows.ts';
import { formatDecimal, parseDecimal, toDecimal128 } from '../decimal.ts';
import type { ComparisonRow, ObservationRow } from '../store/rows.ts';
import { observationChanges } from './observation-changes.ts';

type Given = Parameters<typeof observationRow>[0];

const statedChange: ComparisonRow = {
  id: 'change',
  base: 'SINCE',
  basePeriod: null,
  benchmark: null,
  direction: 'UP',
  printedUnit: 'ABSOLUTE',
  qualifier: 'EXACT',
  stated: toDecimal128(parseDecimal('85')),
  citation: null,
};

/** A figure of June 2020 without a level, unless told otherwise. */
function figure(id: string, given: Given = {}): ObservationRow {
  return observationRow({ _id: id, value: null, ...given });
}

/** `MOVED a→b 10 12.5` */
function changes(before: readonly ObservationRow[], after: readonly ObservationRow[]): string[] {
  return observationChanges(before, after).map(({ kind, before: from, after: to, change, percent }) =>
    [
      kind,
      `${from?._id ?? '-'}→${to?._id ?? '-'}`,
      ...[change, percent].flatMap((number) => (number === null ? [] : [formatDecimal(number)])),
    ].join(' '),
  );
}

describe('what becomes of a figure', () => {
  test('new, and no longer reported', () => {
    expect(changes([], [figure('b', { value: '5' })])).toEqual(['NEW -→b']);
    expect(changes([figure('a', { value: '5' })], [])).toEqual(['NO_LONGER_REPORTED a→-']);
    expect(changes([], [])).toEqual([]);
  });

  test('moved to another period and value, with the change exact and its percent to 10 digits', () => {
    expect(
      changes(
        [figure('a', { value: '7410000000000' })],
        [figure('b', { period: '2020-07', value: '7390000000000' })],
      ),
    ).toEqual(['MOVED a→b -20000000000 -0.2699055331']);
  });

  test('with whether the document tells it: a change from that time, under any name of it', () => {
    const stock = (id: string, more: Given) => figure(id, { basis: 'AS_OF', ...more });
    const stated = (basePeriod: string | null) => {
      const change = { ...statedChange, basePeriod };
      const before = stock('a', { period: '2019', value: '72' });
      const after = stock('b', { period: '2020-08', value: '157', comparisons: [change] });
      return observationChanges([before], [after]).map((found) => found.stated);
    };
    expect(stated('2019')).toEqual([true]);
    expect(stated('2019-12')).toEqual([true]);
    expect(stated('2018')).toEqual([false]);
    expect(stated(null)).toEqual([false]);
  });

  test('unchanged in another period, or in the same', () => {
    const a = figure('a', { value: '55' });
    expect(changes([a], [figure('b', { period: '2020-07', value: '55.0' })])).toEqual(['UNCHANGED a→b 0 0']);
    expect(changes([a], [figure('b', { value: '55' })])).toEqual(['UNCHANGED a→b 0 0']);
  });

  test('restated for the same period', () => {
    expect(changes([figure('a', { value: '100' })], [figure('b', { value: '99' })])).toEqual([
      'RESTATED a→b -1 -1',
    ]);
  });

  test('restated where it is printed only to be compared with, besides what moved', () => {
    expect(
      changes(
        [figure('a', { value: '100' })],
        [
          figure('b', { period: '2020-07', value: '110' }),
          figure('base', { value: '99', role: 'BASE', ordinal: 2 }),
        ],
      ),
    ).toEqual(['MOVED a→b 10 10', 'RESTATED a→base -1 -1']);
  });

  test('the same, where a figure to compare with says what it said', () => {
    expect(
      changes(
        [figure('a', { value: '100' })],
        [figure('b', { period: '2020-07', value: '110' }), figure('base', { value: '100', role: 'BASE' })],
      ),
    ).toEqual(['MOVED a→b 10 10']);
  });
});

describe('compared is', () => {
  test('the latest period of each briefing, for its own sake', () => {
    expect(
      changes(
        [figure('old', { period: '2020-05', value: '1' }), figure('a', { period: '2020-06', value: '2' })],
        [
          figure('b', { period: '2020-08', value: '4' }),
          figure('older', { period: '2020-07', value: '3' }),
          figure('base', { period: '2020-09', value: '9', role: 'BASE' }),
        ],
      ),
    ).toEqual(['MOVED a→b 2 100']);
  });

  test('a month with a month, never with a quarter', () => {
    expect(
      changes([figure('month', { value: '1' })], [figure('quarter', { period: '2020-Q3', value: '3' })]),
    ).toEqual(['NEW -→quarter', 'NO_LONGER_REPORTED month→-']);
    expect(
      changes(
        [figure('a', { period: '2020-01-01/P7M', value: '1' })],
        [figure('b', { period: '2021-01-01/P7M', value: '2' })],
      ),
    ).toEqual(['MOVED a→b 1 100']);
  });

  test('stocks at any days, and sums since January of any length', () => {
    expect(
      changes(
        [figure('a', { basis: 'AS_OF', period: '2020-06', value: '1' })],
        [figure('b', { basis: 'AS_OF', period: '2020-09-07', value: '2' })],
      ),
    ).toEqual(['MOVED a→b 1 100']);
    expect(
      changes(
        [figure('a', { basis: 'YEAR_TO_DATE', period: '2020-S1', value: '1' })],
        [figure('b', { basis: 'YEAR_TO_DATE', period: '2020-01-01/P7M', value: '2' })],
      ),
    ).toEqual(['MOVED a→b 1 100']);
  });

  test.each([
    ['indicator', { indicator: 'any.other' }],
    ['province', { province: '01' }],
    ['agency', { agency: 'MIC' }],
    ['group', { scope: { code: 'RURAL', name: { vi: 'x', en: 'x' } } }],
    ['forecast', { forecast: true }],
    ['basis', { basis: 'AVERAGE' }],
  ] satisfies [string, Given][])('never one of another %s', (_, other) => {
    expect(changes([figure('a', { value: '1' })], [figure('b', { value: '1', ...other })])).toEqual([
      'NEW -→b',
      'NO_LONGER_REPORTED a→-',
    ]);
  });
});

describe('a change has no number', () => {
  test('where a level is not printed', () => {
    expect(changes([figure('a', { value: '1' })], [figure('b', { period: '2020-07' })])).toEqual([
      'MOVED a→b',
    ]);
    // Two figures without a level say nothing of each other.
    expect(changes([figure('a')], [figure('b', { period: '2020-07' })])).toEqual(['MOVED a→b']);
    expect(changes([figure('a')], [figure('b')])).toEqual(['UNCHANGED a→b']);
  });

  test('where a range is', () => {
    const decimal = (text: string) => toDecimal128(parseDecimal(text));
    const range = (id: string, upper: string, period: string) =>
      figure(id, { lower: decimal('700'), upper: decimal(upper), period });
    expect(changes([range('a', '1000', '2020-06')], [range('b', '1200', '2020-07')])).toEqual(['MOVED a→b']);
    expect(changes([range('a', '1000', '2020-06')], [range('b', '1000', '2020-07')])).toEqual([
      'UNCHANGED a→b',
    ]);
    expect(changes([range('a', '1000', '2020-06')], [range('b', '1200', '2020-06')])).toEqual([
      'RESTATED a→b',
    ]);
  });

  test('in percent where it is measured from nothing', () => {
    expect(changes([figure('a', { value: '0' })], [figure('b', { period: '2020-07', value: '5' })])).toEqual([
      'MOVED a→b 5',
    ]);
  });
});

test('the order is that of this briefing, and what it no longer reports comes last', () => {
  const of = (id: string, indicator: string) => figure(id, { indicator, value: '1' });
  expect(changes([of('gone', 'any.a'), of('x', 'any.z')], [of('y', 'any.z'), of('new', 'any.b')])).toEqual([
    'UNCHANGED x→y 0 0',
    'NEW -→new',
    'NO_LONGER_REPORTED gone→-',
  ]);
});

import { expect, test } from 'vitest';
import { observationRow } from '../tests/support/rows.ts';
import { compareVintages, MOST_VINTAGES, seriesOf } from './series.ts';
import type { ObservationRow } from './store/rows.ts';
import { parseTimePeriod } from './time-period/parse.ts';
import type { Frequency, PeriodBasis } from './vocabulary.ts';

interface Wanted {
  readonly basis?: PeriodBasis;
  readonly frequency?: Frequency;
  readonly from?: string;
  readonly to?: string;
}
const figure = (period: string, more: Parameters<typeof observationRow>[0] = {}) =>
  observationRow({ period, ...more });
const series = (rows: readonly ObservationRow[], { basis = 'FLOW', frequency, from, to }: Wanted = {}) =>
  seriesOf({ _id: 'test.figure', basis }, rows, {
    frequency: frequency ?? null,
    from: from === undefined ? null : parseTimePeriod(from),
    to: to === undefined ? null : parseTimePeriod(to),
  });
/** `2020-06 100` · `2020-07 NOT_REPORTED` */
const points = (rows: readonly ObservationRow[], wanted?: Wanted) =>
  series(rows, wanted).points.map(
    ({ period, observation, missing }) =>
      `${period.id} ${missing ?? observation?.value?.toString() ?? 'nothing'}`,
  );

test('a series is in order of time, whatever the order of its rows', () => {
  expect(points([figure('2020-06'), figure('2020-05'), figure('2020-07')])).toEqual([
    '2020-05 100',
    '2020-06 100',
    '2020-07 100',
  ]);
});

test('a period between two figures is there, and says that nobody reported it', () => {
  const { points: all } = series([figure('2020-03'), figure('2020-06')]);
  expect(all.map(({ period }) => period.id)).toEqual(['2020-03', '2020-04', '2020-05', '2020-06']);
  expect(all[1]).toMatchObject({ observation: null, missing: 'NOT_REPORTED' });
  expect(all[3]).toMatchObject({ missing: null });
});

test('a figure of which only the change is printed keeps its observation and says that the level is not stated', () => {
  const rows = [figure('2020-05'), figure('2020-06', { value: null, qualifier: 'NOT_STATED' })];
  const [, june] = series(rows).points;
  expect(june).toMatchObject({ missing: 'LEVEL_NOT_STATED', observation: rows[1] });
});

test('a printed range has a level, though no value', () => {
  const ends = { lower: figure('2020-06').value, upper: figure('2020-06').value };
  const range = figure('2020-06', { value: null, qualifier: 'RANGE', ...ends });
  expect(series([range]).points[0]?.missing).toBeNull();
});

test('of two vintages the later known stands, of two revisions of a day the later revision', () => {
  const first = figure('2020-06', { value: '1', knownFrom: '2020-07-06', edition: '2020-S1' });
  const restated = figure('2020-06', { value: '2', knownFrom: '2020-08-04' });
  const corrected = figure('2020-06', { value: '3', knownFrom: '2020-08-04', revision: 1 });
  expect(points([restated, first])).toEqual(['2020-06 2']);
  expect(points([corrected, first, restated])).toEqual(['2020-06 3']);
  expect([corrected, restated, first].sort(compareVintages)).toEqual([first, restated, corrected]);
});

test('figures since January make a monthly series of year-to-date periods, over the turn of the year as well', () => {
  const rows = [figure('2019'), figure('2020-02-29/P1D'), figure('2020-01-01/P4M')].map((row) => ({
    ...row,
    basis: 'YEAR_TO_DATE' as const,
  }));
  expect(series(rows, { basis: 'YEAR_TO_DATE' }).frequency).toBe('MONTHLY');
  expect(points(rows, { basis: 'YEAR_TO_DATE' })).toEqual([
    '2019 100',
    '2020-01 NOT_REPORTED',
    '2020-01-01/P2M NOT_REPORTED',
    '2020-Q1 NOT_REPORTED',
    '2020-01-01/P4M 100',
  ]);
});

test('stocks dated at irregular days have no frequency, and no gap between them is claimed', () => {
  const rows = [figure('2020-07-31'), figure('2020-09-07'), figure('2020')];
  expect(series(rows, { basis: 'AS_OF' }).frequency).toBeNull();
  expect(points(rows, { basis: 'AS_OF' })).toEqual(['2020-07-31 100', '2020-09-07 100', '2020 100']);
  expect(series([figure('2020-07-31')], { basis: 'AS_OF' }).frequency).toBeNull();
});

test('stocks at the ends of months are a monthly series', () => {
  expect(points([figure('2022-06'), figure('2022-08')], { basis: 'AS_OF' })).toEqual([
    '2022-06 100',
    '2022-07 NOT_REPORTED',
    '2022-08 100',
  ]);
});

test('of flows of several frequencies those of the most frequent are taken, of two the finer', () => {
  expect(points([figure('2020-05'), figure('2020-06'), figure('2020-S1')])).toEqual([
    '2020-05 100',
    '2020-06 100',
  ]);
  expect(series([figure('2020-S1'), figure('2020-05')]).frequency).toBe('MONTHLY');
});

test('a frequency that is asked for is given, also where there is nothing of it', () => {
  const rows = [figure('2020-05'), figure('2020-06'), figure('2020-S1')];
  expect(points(rows, { frequency: 'HALF_YEARLY' })).toEqual(['2020-S1 100']);
  expect(series(rows, { frequency: 'WEEKLY' })).toMatchObject({ frequency: 'WEEKLY', points: [] });
  expect(points([figure('2020-W10'), figure('2020-W12')], { frequency: 'WEEKLY' })).toEqual([
    '2020-W10 100',
    '2020-W11 NOT_REPORTED',
    '2020-W12 100',
  ]);
});

test('ranges that no calendar repeats are a series without frequency', () => {
  expect(series([figure('2020-07-04/P3D')])).toMatchObject({ frequency: null, points: [{ missing: null }] });
  expect(series([])).toMatchObject({ frequency: null, points: [] });
});

test('from and to are compared by the ends of periods, and both belong to the series', () => {
  const rows = ['2020-03', '2020-04', '2020-05', '2020-06', '2020-07'].map((period) => figure(period));
  expect(points(rows, { from: '2020-04', to: '2020-06' })).toEqual([
    '2020-04 100',
    '2020-05 100',
    '2020-06 100',
  ]);
  expect(points(rows, { from: '2020-Q2' })).toEqual(['2020-06 100', '2020-07 100']);
});

test('more than a thousand points are refused, whether they are gaps or figures', () => {
  const refused = { code: 'INVALID_ARGUMENT', message: expect.stringContaining('1000 points') };
  const days = (count: number) =>
    Array.from({ length: count }, (_, day) =>
      figure(new Date(Date.UTC(2015, 0, 1 + day)).toISOString().slice(0, 10)),
    );
  expect(series(days(1000)).points).toHaveLength(1000);
  expect(() => series(days(1001))).toThrow(expect.objectContaining(refused));
  expect(() => series(days(1001), { basis: 'AS_OF' })).toThrow(expect.objectContaining(refused));
  const [first, ...rest] = days(1001);
  const ends = [first, rest.at(-2)].flatMap((row) => row ?? []);
  expect(series(ends, { frequency: 'DAILY' }).points).toHaveLength(1000);
  const further = [first, rest.at(-1)].flatMap((row) => row ?? []);
  expect(() => series(further, { frequency: 'DAILY' })).toThrow(expect.objectContaining(refused));
});

test('a look-up that may have been cut short is refused rather than shown as whole', () => {
  const row = figure('2020-06');
  expect(() => series(Array.from({ length: MOST_VINTAGES + 1 }, () => row))).toThrow(
    'narrow it with from and to',
  );
});

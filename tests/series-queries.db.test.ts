import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { indicatorRow, observationRow, targetRow } from './support/rows.ts';
import { openTestSubgraph, type TestSubgraph } from './support/test-subgraph.ts';

let made: TestSubgraph;
let telecom: TestSubgraph;
const s1 = { edition: '2020-S1', knownFrom: '2020-07-06', document: '2020-07-06-press-release-h1-2020' };
const july = { edition: '2020-07', knownFrom: '2020-08-04' };
const rural = { code: 'RURAL', name: { vi: 'nông thôn', en: 'rural' } };
beforeAll(async () => {
  [made, telecom] = await Promise.all([
    openTestSubgraph('telecom', { loaded: false }),
    openTestSubgraph('telecom'),
  ]);
  await made.store.indicators.create([indicatorRow(), indicatorRow({ _id: 'test.daily', ordinal: 1 })]);
  await made.store.observations.create([
    observationRow({ indicator: 'test.daily', period: '2015-01-01' }),
    observationRow({ indicator: 'test.daily', period: '2020-12-31' }),
    observationRow({ ...s1, period: '2020-05', value: '1' }),
    observationRow({ ...july, period: '2020-05', value: '2', supersededFrom: '2020-08-10' }),
    observationRow({ ...july, period: '2020-05', value: '3', knownFrom: '2020-08-10', revision: 1 }),
    observationRow({ ...july, period: '2020-07', value: '5' }),
    observationRow({ ...july, period: '2020-12', value: '99', forecast: true }),
    observationRow({ ...july, period: '2020-08', value: '77', scope: rural }),
    observationRow({ ...july, period: '2020-08', value: '88', agency: 'MIC' }),
    observationRow({ ...july, period: '2020-06', value: '4', province: '79' }),
  ]);
  await made.store.targets.create([
    targetRow({ value: observationRow({ value: '20' }).value }),
    targetRow({ _id: 'province', province: '79', value: observationRow({ value: '3' }).value }),
    targetRow({ _id: 'group', scope: rural, value: observationRow({ value: '154' }).value, ordinal: 1 }),
    targetRow({ _id: 'words', ordinal: 2 }),
    targetRow({ _id: 'zero', value: observationRow({ value: '0' }).value, ordinal: 3 }),
  ]);
});
afterAll(() => Promise.all([made.close(), telecom.close()]));

async function points(args: string): Promise<string[]> {
  const { telecom: sector } = await made.data<{
    telecom: {
      indicator: {
        series: {
          points: { period: { id: string }; observation: { value: string } | null; missing: string | null }[];
        };
      };
    };
  }>(
    `{ telecom { indicator(code: "test.figure") { series${args} {
       points { period { id } observation { value } missing } } } } }`,
  );
  return sector.indicator.series.points.map(
    ({ period, observation, missing }) => `${period.id} ${observation?.value ?? missing ?? ''}`,
  );
}
const latest = async (args: string) =>
  (
    await made.data<{ telecom: { indicator: { latest: { value: string } | null } } }>(
      `{ telecom { indicator(code: "test.figure") { latest${args} { value } } } }`,
    )
  ).telecom.indicator.latest?.value ?? null;

describe('a series', () => {
  test('has the latest vintage of each period, and says where one is missing; no forecast, group or agency', async () => {
    expect(await points('')).toEqual(['2020-05 3', '2020-06 NOT_REPORTED', '2020-07 5']);
  });

  test('as of a day has what was known then', async () => {
    expect(await points('(asOf: "2020-07-05")')).toEqual([]);
    expect(await points('(asOf: "2020-08-03")')).toEqual(['2020-05 1']);
    expect(await points('(asOf: "2020-08-09")')).toEqual(['2020-05 2', '2020-06 NOT_REPORTED', '2020-07 5']);
    expect(await points('(asOf: "2020-08-10")')).toEqual(['2020-05 3', '2020-06 NOT_REPORTED', '2020-07 5']);
  });

  test('of a province, by any of its names, has the province’s own', async () => {
    expect(await points('(province: "TPHCM")')).toEqual(['2020-06 4']);
    expect(await points('(province: "01")')).toEqual([]);
    const query =
      '{ telecom { indicator(code: "test.figure") { series(province: "Atlantis") { frequency } } } }';
    await made.expectQuery(query).toRefuse('UNKNOWN_CODE', 'Atlantis');
  });

  test('is narrowed by from and to', async () => {
    expect(await points('(from: "2020-M07")')).toEqual(['2020-07 5']);
    expect(await points('(from: "2020-01", to: "2020-06")')).toEqual(['2020-05 3']);
    expect(await points('(frequency: QUARTERLY)')).toEqual([]);
  });

  test('that would be too long is refused, and narrowed by its ends it is answered', async () => {
    const query = (args: string) =>
      `{ telecom { indicator(code: "test.daily") { series${args} { frequency points { missing } } } } }`;
    await made
      .expectQuery(query(''))
      .toRefuse('INVALID_ARGUMENT', 'narrow it with from and to, or take a coarser frequency');
    await made
      .expectQuery(query('(from: "2020")'))
      .toAnswer({ telecom: { indicator: { series: { frequency: 'DAILY', points: [{ missing: null }] } } } });
  });

  test('of an indicator that the sector does not have is null with it', () =>
    made
      .expectQuery('{ telecom { indicator(code: "test.none") { series { frequency } } } }')
      .toAnswer({ telecom: { indicator: null } }));
});

describe('the latest figure', () => {
  test('is that of the latest period, as it is known now or was on a day', async () => {
    expect(await latest('')).toBe('5');
    expect(await latest('(asOf: "2020-08-03")')).toBe('1');
    expect(await latest('(asOf: "2020-01-01")')).toBeNull();
  });

  test('measures a target: for its province and group, in percent; null where words or zero are aimed at', async () => {
    const { telecom: sector } = await made.data<{
      telecom: {
        indicator: { targets: { id: string; latest: { value: string } | null; progress: string | null }[] };
      };
    }>('{ telecom { indicator(code: "test.figure") { targets { id latest { value } progress } } } }');
    const told = Object.fromEntries(
      sector.indicator.targets.map(({ id, latest: found, progress }) => [
        id,
        [found?.value ?? null, progress],
      ]),
    );
    expect(told).toEqual({
      'TEST:target:2020-07:a': ['5', '25'],
      province: ['4', '133.3333333'],
      group: ['77', '50'],
      words: ['5', null],
      zero: ['5', null],
    });
  });
});

describe('vintages', () => {
  test('are all editions and revisions of one figure, oldest first', async () => {
    const { telecom: sector } = await made.data<{
      telecom: {
        observations: { nodes: { value: string; vintages: { value: string; knownFrom: string }[] }[] };
      };
    }>(
      `{ telecom { observations(filter: { indicators: ["test.figure"], to: "2020-05" }) {
         nodes { value vintages { value knownFrom } } } } }`,
    );
    const { nodes } = sector.observations;
    expect(nodes.map(({ value }) => value).toSorted()).toEqual(['1', '3']);
    for (const { vintages } of nodes)
      expect(vintages.map(({ value, knownFrom }) => `${value} ${knownFrom}`)).toEqual([
        '1 2020-07-06',
        '2 2020-08-04',
        '3 2020-08-10',
      ]);
  });

  test('are not cut short where there are more than a thousand of the figures asked for', async () => {
    const many = await openTestSubgraph('telecom', { loaded: false });
    await many.store.indicators.create([indicatorRow()]);
    await many.store.observations.insertMany(
      Array.from({ length: 600 }, (_, index) =>
        [s1, july].map((edition) =>
          observationRow({ ...edition, scope: { ...rural, code: `G${index}` }, ordinal: index }),
        ),
      ).flat(),
    );
    const { telecom: sector } = await many.data<{
      telecom: { observations: { nodes: { vintages: unknown[] }[] } };
    }>(
      '{ telecom { observations(first: 600, filter: { briefing: "2020-07" }) { nodes { vintages { id } } } } }',
    );
    expect(sector.observations.nodes.filter(({ vintages }) => vintages.length === 2)).toHaveLength(600);
    await many.close();
  });
});

test('over the real data, mobile revenue is a monthly series from June 2019 to June 2020', async () => {
  const { telecom: sector } = await telecom.data<{
    telecom: {
      indicator: {
        series: {
          frequency: string;
          basis: string;
          unit: { code: string };
          points: { missing: string | null }[];
        };
      };
    };
  }>(
    `{ telecom { indicator(code: "telecom.revenue.mobile") {
       series { frequency basis unit { code } points { missing } } } } }`,
  );
  const { points: all, ...rest } = sector.indicator.series;
  expect(rest).toEqual({ frequency: 'MONTHLY', basis: 'FLOW', unit: { code: 'VND' } });
  expect(all).toHaveLength(13);
  expect(all.filter(({ missing }) => missing === null)).toHaveLength(3);
});

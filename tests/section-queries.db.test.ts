import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentTexts } from '../kernel/document-text.ts';
import { readEnvironment } from '../kernel/environment.ts';
import { openTestSubgraph, type TestSubgraph } from './support/test-subgraph.ts';

let telecom: TestSubgraph;
let cybersecurity: TestSubgraph;
let press: TestSubgraph;
beforeAll(async () => {
  [telecom, cybersecurity, press] = await Promise.all([
    openTestSubgraph('telecom'),
    openTestSubgraph('cybersecurity'),
    openTestSubgraph('press', { documentsDir: null }),
  ]);
});
afterAll(() => Promise.all([telecom.close(), cybersecurity.close(), press.close()]));

interface Figure {
  readonly indicator: { readonly code: string };
  readonly period: { readonly id: string };
  readonly value: string | null;
  readonly role: string;
}

describe('the section of an edition', () => {
  test('has the edition’s figures in the order of its text, those printed to compare with marked BASE', async () => {
    const { briefing } = await telecom.data<{ briefing: { telecom: { observations: Figure[] } } }>(
      '{ briefing(period: "2020-07") { telecom { observations { indicator { code } period { id } value role } } } }',
    );
    const told = briefing.telecom.observations.map(
      ({ indicator, period, value, role }) => `${indicator.code} ${period.id} ${String(value)} ${role}`,
    );
    expect(told.slice(0, 6)).toEqual([
      'telecom.revenue.year-to-date 2020-S1 63000000000000 MAIN',
      'telecom.revenue 2020-06 10260000000000 MAIN',
      'telecom.revenue 2019-06 10320000000000 BASE',
      'telecom.revenue.mobile 2020-06 7390000000000 MAIN',
      'telecom.revenue.mobile 2020-05 7410000000000 BASE',
      'telecom.revenue.mobile 2019-06 8100000000000 BASE',
    ]);
    expect(told).toContain('telecom.phone-subscribers 2020-06 130460000 MAIN');
  });

  test('says that it is published, in which version, and when: on the document’s day in Ha Noi', () =>
    telecom
      .expectQuery('{ briefing(period: "2020-07") { period telecom { state version publishedAt } } }')
      .toAnswer({
        briefing: {
          period: '2020-07',
          telecom: { state: 'PUBLISHED', version: 1, publishedAt: '2020-08-03T17:00:00Z' },
        },
      }));

  test('is found by any name of its period, and printed by its one id', () =>
    telecom
      .expectQuery('query ($p: TimePeriod!) { briefing(period: $p) { period telecom { state } } }', {
        p: '2020-H1',
      })
      .toAnswer({ briefing: { period: '2020-S1', telecom: { state: 'PUBLISHED' } } }));

  test('is MISSING, and empty, for an edition that the sector has not reported on', () =>
    telecom
      .expectQuery(
        `{ briefing(period: "2021-05") { telecom { state version publishedAt revenue { value }
           observations { id } tasks { id } highlights { id } targets { id } } } }`,
      )
      .toAnswer({
        briefing: {
          telecom: {
            state: 'MISSING',
            version: 0,
            publishedAt: null,
            revenue: null,
            observations: [],
            tasks: [],
            highlights: [],
            targets: [],
          },
        },
      }));

  test('gives only the indicators that are asked for, and no more than asked', () =>
    telecom
      .expectQuery(
        `{ briefing(period: "2020-07") { telecom {
           two: observations(indicators: ["telecom.revenue"], first: 1) { period { id } }
           none: observations(indicators: []) { id } } } }`,
      )
      .toAnswer({ briefing: { telecom: { two: [{ period: { id: '2020-06' } }], none: [] } } }));

  test('two editions are answered side by side', async () => {
    const { july, august } = await telecom.data<Record<string, { telecom: { [key: string]: unknown } }>>(
      `{ july: briefing(period: "2020-07") { telecom { broadbandSubscribers { value } rpkiShare { value } } }
         august: briefing(period: "2022-08") { telecom { broadbandSubscribers { value } rpkiShare { value } } } }`,
    );
    expect(july?.telecom).toEqual({ broadbandSubscribers: { value: '81530000' }, rpkiShare: null });
    expect(august?.telecom).toEqual({ broadbandSubscribers: null, rpkiShare: { value: '61' } });
  });
});

describe('a headline', () => {
  test('has the figure, how it was printed, and all that it can stand for', () =>
    telecom
      .expectQuery(
        `{ briefing(period: "2020-07") { telecom { mobileRevenue {
           value display english: display(language: EN) asPrinted qualifier status knownFrom
           indicator { name(language: EN) parent { code } } unit { code } period { label(language: EN) }
           interval { lower upper lowerIncluded upperIncluded } } } } }`,
      )
      .toAnswer({
        briefing: {
          telecom: {
            mobileRevenue: {
              value: '7390000000000',
              display: '7,39 nghìn tỷ đồng',
              english: '7.39 trillion VND',
              asPrinted: '7,39 nghìn tỷ',
              qualifier: 'EXACT',
              status: 'REPORTED',
              knownFrom: '2020-08-04',
              indicator: { name: 'Mobile revenue of a month', parent: { code: 'telecom.revenue' } },
              unit: { code: 'VND' },
              period: { label: 'June 2020' },
              interval: {
                lower: '7385000000000',
                upper: '7395000000000',
                lowerIncluded: true,
                upperIncluded: false,
              },
            },
          },
        },
      }));

  test('has what it is compared with, and the figure that each change is measured from', async () => {
    const { briefing } = await telecom.data<{
      briefing: { telecom: { mobileRevenue: { comparisons: unknown[] } } };
    }>(
      `{ briefing(period: "2020-07") { telecom { mobileRevenue { comparisons {
         base direction stated qualifier asPrinted basePeriod { id } baseObservation { value role period { id } } } } } } }`,
    );
    expect(briefing.telecom.mobileRevenue.comparisons).toEqual([
      {
        base: 'PERIOD_ON_PERIOD',
        direction: 'DOWN',
        stated: null,
        qualifier: 'NOT_STATED',
        asPrinted: 'giảm không đáng kể',
        basePeriod: { id: '2020-05' },
        baseObservation: { value: '7410000000000', role: 'BASE', period: { id: '2020-05' } },
      },
      {
        base: 'YEAR_ON_YEAR',
        direction: 'DOWN',
        stated: '-9.6',
        qualifier: 'EXACT',
        asPrinted: 'giảm 9,6%',
        basePeriod: { id: '2019-06' },
        baseObservation: { value: '8100000000000', role: 'BASE', period: { id: '2019-06' } },
      },
    ]);
  });

  test('has no base observation where the base was never printed', async () => {
    const { briefing } = await cybersecurity.data<{
      briefing: { cybersecurity: { incidents: { comparisons: { baseObservation: unknown }[] } } };
    }>(
      '{ briefing(period: "2020-07") { cybersecurity { incidents { comparisons { baseObservation { id } } } } } }',
    );
    const { comparisons } = briefing.cybersecurity.incidents;
    expect(comparisons.length).toBeGreaterThan(0);
    expect(comparisons.map(({ baseObservation }) => baseObservation)).toEqual(comparisons.map(() => null));
  });

  test('is the actual figure of the latest period, never the forecast beside it', () =>
    telecom
      .expectQuery(
        '{ briefing(period: "2022-08") { telecom { fixedBroadbandSubscribers { value status period { id } } } } }',
      )
      .toAnswer({
        briefing: {
          telecom: {
            fixedBroadbandSubscribers: { value: '20730000', status: 'REPORTED', period: { id: '2022-08' } },
          },
        },
      }));
});

const july = '2020-08-04-briefing-july-2020';
const hasTexts = documentTexts(readEnvironment().documentsDir).lines(july) !== null;

describe('a citation', () => {
  const query = `{ briefing(period: "2020-07") { telecom { mobileRevenue { citation {
    document { id title(language: EN) briefing { period } } line asPrinted context { asPrinted sentence } sentence } } } } }`;
  interface Cited {
    briefing: { telecom: { mobileRevenue: { citation: { sentence: string; line: number } } } };
  }

  test.skipIf(!hasTexts)(
    'gives the whole sentence that the figure stands in, read from the text',
    async () => {
      const { citation } = (await telecom.data<Cited>(query)).briefing.telecom.mobileRevenue;
      expect(citation).toMatchObject({
        document: { id: july, briefing: { period: '2020-07' } },
        line: 41,
        asPrinted: '7,39 nghìn tỷ',
      });
      expect(citation.sentence).toMatch(
        /^Doanh thu di động tháng 6\/2020 .*7,39 nghìn tỷ.*8,1 nghìn tỷ\)\.$/u,
      );
    },
  );

  test('has its place and no sentence where the text is not on this machine', () =>
    press
      .expectQuery(
        `{ briefing(period: "2022-08") { press { negativeNewsShare { value citation {
           document { id } line asPrinted sentence } } } } }`,
      )
      .toAnswer({
        briefing: {
          press: {
            negativeNewsShare: {
              value: '3.2',
              citation: {
                document: { id: '2022-08-29-briefing-august-2022' },
                line: expect.any(Number),
                asPrinted: expect.stringContaining('3,2%'),
                sentence: null,
              },
            },
          },
        },
      }));
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSubgraph, type TestSubgraph } from './support/test-subgraph.ts';

let cybersecurity: TestSubgraph;
let itApplication: TestSubgraph;
let telecom: TestSubgraph;
beforeAll(async () => {
  cybersecurity = await openTestSubgraph('cybersecurity');
  itApplication = await openTestSubgraph('it-application');
  telecom = await openTestSubgraph('telecom');
});
afterAll(() => Promise.all([cybersecurity, itApplication, telecom].map((subgraph) => subgraph.close())));

describe('a stated change, through the graph', () => {
  test('has what is computed, its interval, the verdict, the slip, and an explanation in both languages', () =>
    telecom
      .expectQuery(
        `{ briefing(period: "2020-07") { telecom { mobileRevenue { comparisons {
             asPrinted unit computed interval { lower upper } readings { unit verdict } verdict slip
             explanation english: explanation(language: EN) baseObservation { value } } } } } }`,
      )
      .toAnswer({
        briefing: {
          telecom: {
            mobileRevenue: {
              comparisons: [
                expect.objectContaining({
                  asPrinted: 'giảm không đáng kể',
                  unit: null,
                  verdict: 'CONSISTENT',
                }),
                {
                  asPrinted: 'giảm 9,6%',
                  unit: 'PERCENT',
                  computed: '-8.765432099',
                  interval: { lower: '-9.386503068', upper: '-8.136645962' },
                  readings: [{ unit: 'PERCENT', verdict: 'INCONSISTENT' }],
                  verdict: 'INCONSISTENT',
                  slip: 'WRONG_BASE',
                  explanation: expect.stringContaining('có thể đã chia cho số của kỳ sau'),
                  english: expect.stringContaining('divided by the later figure'),
                  baseObservation: { value: '8100000000000' },
                },
              ],
            },
          },
        },
      }));
});

describe('checks, through the graph', () => {
  const checksOf = async (of: TestSubgraph, owner: string, args = '') => {
    const { field } = of.module.sector;
    const data = await of.data<
      Record<string, Record<string, { checks: { kind: string; verdict: string }[] }>>
    >(`{ owner: ${owner} { ${field} { checks${args} { id kind verdict operands { id } } } } }`);
    return data['owner']?.[field]?.checks ?? [];
  };

  test('are narrowed by verdict', async () => {
    const all = await checksOf(cybersecurity, 'briefing(period: "2020-Q3")');
    const some = await checksOf(cybersecurity, 'briefing(period: "2020-Q3")', '(verdicts: [INCONSISTENT])');
    expect(some).toEqual(all.filter(({ verdict }) => verdict === 'INCONSISTENT'));
    expect(some.map(({ kind }) => kind)).toEqual(['SHARE']);
    expect(await checksOf(cybersecurity, 'briefing(period: "2020-Q3")', '(verdicts: [])')).toEqual([]);
  });

  test('of a document are those of its briefing’s figures, with the same ids', async () => {
    const document = await cybersecurity.data<{ _entities: { cybersecurity: { checks: unknown[] } }[] }>(
      `{ _entities(representations: [{ __typename: "Document", id: "2020-08-04-briefing-july-2020" }]) {
           ... on Document { cybersecurity { checks { id kind verdict operands { id } } } } } }`,
    );
    const section = await checksOf(cybersecurity, 'briefing(period: "2020-07")');
    expect(section.length).toBeGreaterThan(2);
    expect(document._entities[0]?.cybersecurity.checks).toEqual(section);
  });
});

describe('figures that nobody printed', () => {
  test('are implied by stated changes, where a series asks for them', async () => {
    const series = (args: string) =>
      cybersecurity.data<{ cybersecurity: { indicator: { series: { points: Point[] } } } }>(
        `{ cybersecurity { indicator(code: "cybersecurity.botnet-addresses") { series(${args}) { points {
             period { id } observation { value status citation { line } impliedBy { asPrinted } } missing } } } } }`,
      );
    interface Point {
      readonly period: { readonly id: string };
      readonly observation: Record<string, unknown> | null;
      readonly missing: string | null;
    }
    const find = async (args: string) => {
      const { points } = (await series(args)).cybersecurity.indicator.series;
      return points.find(({ period }) => period.id === '2020-06');
    };
    expect(await find('from: "2020-05", to: "2020-08", implied: true')).toEqual({
      period: { id: '2020-06' },
      observation: {
        value: '2116973.518',
        status: 'IMPLIED',
        citation: null,
        impliedBy: { asPrinted: 'giảm 4,84%' },
      },
      missing: null,
    });
    expect(await find('from: "2020-05", to: "2020-08"')).toBeUndefined();
    // On the day before the document that states the change, nobody could imply anything.
    expect(await find('from: "2020-05", to: "2020-08", implied: true, asOf: "2020-08-03"')).toBeUndefined();
  });

  test('are derived from the parts that a document prints of a total that it speaks of', () =>
    itApplication
      .expectQuery(
        `{ itApplication { indicator(code: "it-application.connected-agencies") { latest { value status display
             interval { lower upper } citation { line } operands { value asPrinted } } } } }`,
      )
      .toAnswer({
        itApplication: {
          indicator: {
            latest: {
              value: '76',
              status: 'DERIVED',
              display: '76 cơ quan',
              interval: { lower: '76', upper: '76' },
              citation: null,
              operands: [
                { value: '21', asPrinted: '21 Bộ' },
                { value: '55', asPrinted: '55 tỉnh' },
              ],
            },
          },
        },
      }));
});

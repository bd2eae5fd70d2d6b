import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { indicatorRow, observationRow } from './support/rows.ts';
import { openTestSubgraph, type TestSubgraph, type Variables } from './support/test-subgraph.ts';

let made: TestSubgraph;
let telecom: TestSubgraph;
/** Many figures share each period's end, so that pages end among equals. */
const count = 250;
beforeAll(async () => {
  [made, telecom] = await Promise.all([
    openTestSubgraph('telecom', { loaded: false }),
    openTestSubgraph('telecom'),
  ]);
  await made.store.indicators.create([indicatorRow(), indicatorRow({ _id: 'test.stock', ordinal: 1 })]);
  await made.store.observations.insertMany(
    Array.from({ length: count }, (_, index) =>
      observationRow({
        indicator: index % 5 === 0 ? 'test.stock' : 'test.figure',
        basis: index % 5 === 0 ? 'AS_OF' : 'FLOW',
        period: `2020-0${1 + (index % 7)}`,
        province: index % 2 === 0 ? null : index % 3 === 0 ? '79' : '30',
        agency: index % 11 === 0 ? 'MIC' : null,
        scope: { code: `G${index}`, name: { vi: 'a', en: 'a' } },
        forecast: index % 10 === 0,
        edition: index % 4 === 0 ? '2020-S1' : '2020-07',
        knownFrom: index % 4 === 0 ? '2020-07-06' : '2020-08-04',
      }),
    ),
  );
});
afterAll(() => Promise.all([made.close(), telecom.close()]));

interface Page {
  readonly nodes: readonly { id: string; period: { end: string } }[];
  readonly edges: readonly { cursor: string; node: { id: string } }[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
  readonly totalCount: number;
}
const pageQuery = `query ($first: Int!, $after: String, $filter: ObservationFilter) {
  telecom { observations(first: $first, after: $after, filter: $filter) {
    nodes { id period { end } } edges { cursor node { id } } pageInfo { hasNextPage endCursor } totalCount } } }`;
async function page(variables: Variables, of = made): Promise<Page> {
  const { telecom: sector } = await of.data<{ telecom: { observations: Page } }>(pageQuery, variables);
  return sector.observations;
}
async function walk(first: number, filter: Variables = {}): Promise<Page[]> {
  const pages = [await page({ first, filter })];
  for (let last = pages.at(-1); last?.pageInfo.hasNextPage === true; last = pages.at(-1))
    pages.push(await page({ first, filter, after: last.pageInfo.endCursor }));
  return pages;
}
const ids = (pages: readonly Page[]) => pages.flatMap(({ nodes }) => nodes.map(({ id }) => id));

describe('pages', () => {
  test.each([1000, 249, 100, 7])('of %i walk through all, without repeat or gap', async (first) => {
    const pages = await walk(first);
    expect(pages).toHaveLength(Math.ceil(count / first));
    const found = ids(pages);
    expect(found).toHaveLength(count);
    expect(new Set(found).size).toBe(count);
    expect(pages.map(({ totalCount }) => totalCount)).toEqual(pages.map(() => count));
  });

  test('are in the order of one list: latest period first, whatever the size of the page', async () => {
    const [whole] = await walk(1000);
    expect(ids(await walk(9))).toEqual(whole?.nodes.map(({ id }) => id));
    const ends = whole?.nodes.map(({ period }) => period.end) ?? [];
    expect(ends).toEqual(ends.toSorted().reverse());
  });

  test('end exactly at the last row, with no empty page behind it', async () => {
    const pages = await walk(125);
    expect(pages.map(({ nodes }) => nodes.length)).toEqual([125, 125]);
    expect(pages.map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false]);
  });

  test('may be gone on with from any edge', async () => {
    const whole = await page({ first: 20 });
    const [edge, next] = [whole.edges[4], whole.edges[5]];
    const after = await page({ first: 1, after: edge?.cursor });
    expect(after.nodes[0]?.id).toBe(next?.node.id);
    expect(whole.edges.map(({ node }) => node.id)).toEqual(whole.nodes.map(({ id }) => id));
  });

  test('of an empty list have no end', async () => {
    expect(await page({ first: 5, filter: { provinces: ['02'] } })).toEqual({
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
      totalCount: 0,
    });
  });

  test('do not repeat or skip where a row is put in before the cursor meanwhile', async () => {
    const first = await page({ first: 100 });
    const newest = observationRow({ period: '2020-12', knownFrom: '2020-08-04' });
    await made.store.observations.create([newest]);
    const second = await page({ first: 1000, after: first.pageInfo.endCursor });
    await made.store.observations.deleteOne({ _id: newest._id });
    expect(new Set(ids([first, second])).size).toBe(count);
  });

  test('are refused a cursor of the same list with another filter', async () => {
    const { pageInfo } = await page({ first: 5 });
    const variables = { first: 5, after: pageInfo.endCursor, filter: { region: 'COUNTRY' } };
    await made.expectQuery(pageQuery, variables).toRefuse('INVALID_PAGE', 'same filter');
    await made.expectQuery(pageQuery, { first: 5, after: 'garbage' }).toRefuse('INVALID_PAGE');
  });
});

describe('a filter', () => {
  /** How many rows a filter finds, and that its total says so; what each row must be is said in terms of its number. */
  const matching = (is: (index: number) => boolean) =>
    Array.from({ length: count }, (_, index) => index).filter(is).length;
  test.each<[Variables, (index: number) => boolean]>([
    [{ indicators: ['test.stock'] }, (index) => index % 5 === 0],
    [{ indicators: [] }, () => false],
    [{ provinces: ['TPHCM'] }, (index) => index % 2 === 1 && index % 3 === 0],
    [{ provinces: ['Hải Dương', '79'] }, (index) => index % 2 === 1],
    [{ agencies: ['Bộ TTTT'] }, (index) => index % 11 === 0],
    [{ region: 'COUNTRY' }, (index) => index % 2 === 0],
    [{ region: 'PROVINCE' }, (index) => index % 2 === 1],
    [{ region: 'ALL' }, () => true],
    [{ basis: ['AS_OF'] }, (index) => index % 5 === 0],
    [{ statuses: ['FORECAST'] }, (index) => index % 10 === 0],
    [{ briefing: '2020-H1' }, (index) => index % 4 === 0],
    [{ document: '2020-08-04-briefing-july-2020' }, () => true],
    [{ from: '2020-06' }, (index) => index % 7 >= 5],
    [{ from: '2020-Q1', to: '2020-M06' }, (index) => index % 7 >= 2 && index % 7 <= 5],
    [{ asOf: '2020-08-03' }, (index) => index % 4 === 0],
    [{ asOf: '2020-07-05' }, () => false],
    [
      { asOf: '2020-08-04', region: 'COUNTRY', basis: ['FLOW'] },
      (index) => index % 2 === 0 && index % 5 !== 0,
    ],
  ])('%j', async (filter, is) => {
    const pages = await walk(60, filter);
    expect(ids(pages)).toHaveLength(matching(is));
    expect(pages[0]?.totalCount).toBe(matching(is));
  });

  test.each([
    [{ indicators: ['telecom.revenue', 'telecom.nothing'] }, 'telecom.nothing'],
    [{ provinces: ['Atlantis'] }, 'Atlantis'],
    [{ agencies: ['Nobody'] }, 'Nobody'],
    [{ document: '2020-08-05' }, '2020-08-05'],
  ])('that names what does not exist is refused: %j', (filter, name) =>
    telecom.expectQuery(pageQuery, { first: 5, filter }).toRefuse('UNKNOWN_CODE', name),
  );

  test('is a value and never an operator', async () => {
    const filter = { indicators: ['{"$gt":""}'] };
    await telecom.expectQuery(pageQuery, { first: 5, filter }).toRefuse('UNKNOWN_CODE');
    const { errors } = await telecom.execute(pageQuery, { first: 5, filter: { document: { $gt: '' } } });
    expect(errors[0]?.message).toMatch(/got invalid value/u);
  });
});

test('on 3 August 2020 nothing was known of the July edition, a day later all of it', async () => {
  const known = async (asOf: string) => ids([await page({ first: 1000, filter: { asOf } }, telecom)]);
  const before = await known('2020-08-03');
  expect(before.length).toBeGreaterThan(0);
  expect(before.filter((id) => !id.startsWith('TELECOM:observation:2020-S1:'))).toEqual([]);
  expect(await known('2020-08-04')).toContain('TELECOM:observation:2020-07:telecom.revenue:FLOW@2020-06');
});

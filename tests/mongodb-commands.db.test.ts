import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documents } from '../kernel/registers/documents.ts';
import { provinces } from '../kernel/registers/provinces.ts';
import { readSectors } from '../kernel/sectors.ts';
import { countByCollection } from './support/mongodb-commands.ts';
import { openTestSubgraph, type TestSubgraph } from './support/test-subgraph.ts';
import { wholeSelection } from './support/whole-selection.ts';

/*
 * The whole briefing takes one MongoDB command a collection and subgraph at most, and one more for the bases of comparisons; any other
 * query one a collection, level of nesting and distinct arguments. A command that only fetches the rest of an answer counts. Where a
 * total is spoken of and not printed, the printed parts that it is added up from are such bases.
 */

/** Looked up beside the briefing, each by its own argument or level: these are the other queries. */
const lookUps = [
  'Indicator.series',
  'Indicator.latest',
  'Indicator.targets',
  'Observation.vintages',
  'Target.latest',
  'Target.progress',
];
const entities = ['Briefing', 'Province', 'Agency', 'Document'];

describe.each(readSectors().map(({ folder }) => folder))('%s', (folder) => {
  let subgraph: TestSubgraph;
  let section: string;
  beforeAll(async () => {
    subgraph = await openTestSubgraph(folder);
    const { field, typePrefix } = subgraph.module.sector;
    const codes = (await subgraph.store.indicators.find().lean()).map(({ _id }) => _id);
    const schema = subgraph.module.schema(new Set(codes));
    const others = entities.map((entity) => `${entity}.${field}`);
    section = `${field} { ${wholeSelection(schema, `${typePrefix}Section`, new Set([...lookUps, ...others, 'Document.lines']))} }`;
  });
  afterAll(() => subgraph.close());

  /** What each collection got more than it may; nothing where all is well. */
  async function tooMany(query: string, allowed: (collection: string) => number): Promise<string[]> {
    subgraph.commands();
    const { errors } = await subgraph.execute(query);
    expect(errors).toEqual([]);
    const counts = countByCollection(subgraph.commands());
    expect(counts['observations']).toBeGreaterThan(0);
    return Object.entries(counts)
      .filter(([collection, count]) => count > allowed(collection))
      .map(([collection, count]) => `${collection}: ${count}`);
  }
  /** Of what was asked since the last look: no collection that is not named, none more often than it may. */
  function expectAtMost(allowed: Readonly<Record<string, number>>): void {
    const counts = countByCollection(subgraph.commands());
    expect(counts['observations']).toBeGreaterThan(0);
    for (const [collection, count] of Object.entries(counts))
      expect(count, collection).toBeLessThanOrEqual(allowed[collection] ?? 0);
  }
  const bases = 1;
  const ofBriefing = (collection: string) => (collection === 'observations' ? 1 + bases : 1);

  test.each(['2020-Q1', '2020-S1', '2020-07', '2020-Q3', '2022-08'])(
    'the whole briefing of %s',
    async (period) => {
      expect(await tooMany(`{ briefing(period: "${period}") { ${section} } }`, ofBriefing)).toEqual([]);
    },
  );

  test('two whole briefings beside each other take no more than one', async () => {
    const two = `{ a: briefing(period: "2020-07") { ${section} } b: briefing(period: "2020-Q3") { ${section} } }`;
    expect(await tooMany(two, ofBriefing)).toEqual([]);
  });

  test('63 provinces, all documents and some agencies at once take one command for each of their kinds', async () => {
    const { field } = subgraph.module.sector;
    const facts = `${field} { observations { value indicator { name } } tasks(asOf: "2022-12-31") { title outcome }
      highlights { kind } targets { value } }`;
    const of = [
      ...provinces.all.map(({ code }) => ({ __typename: 'Province', code })),
      ...documents.map(({ id }) => ({ __typename: 'Document', id })),
      ...['MIC', 'SO_TTTT', 'SO_TTTT_79'].map((code) => ({ __typename: 'Agency', code })),
    ];
    subgraph.commands();
    const { errors } = await subgraph.execute(
      `query ($of: [_Any!]!) { _entities(representations: $of) {
         ... on Province { ${facts} } ... on Document { ${facts} } ... on Agency { ${facts} } } }`,
      { of },
    );
    expect(errors).toEqual([]);
    expectAtMost({
      sections: 1,
      observations: 1 + bases,
      tasks: 1,
      highlights: 1,
      targets: 1,
      indicators: 1,
    });
  });

  test('series, latest figures and targets of the whole catalogue take one command each', async () => {
    const { field } = subgraph.module.sector;
    subgraph.commands();
    const { errors } = await subgraph.execute(
      `{ ${field} { indicators { code series { points { observation { value } } } latest { value } targets { value } } } }`,
    );
    expect(errors).toEqual([]);
    // Two fields of one level look into the observations, each with its own order.
    expectAtMost({ sections: 1, indicators: 1, observations: 2 + bases, targets: 1 });
  });

  test('vintages take one more command, however many figures there are', async () => {
    const { field } = subgraph.module.sector;
    subgraph.commands();
    await subgraph.data(
      `{ ${field} { observations(first: 1000) { totalCount nodes { vintages { value } } } } }`,
    );
    expectAtMost({ sections: 1, observations: 2 + bases, indicators: 1 });
  });

  test('targets measured by their latest figures take one more command for all of them', async () => {
    const { field } = subgraph.module.sector;
    const measured = documents
      .map(
        ({ edition }, at) =>
          `e${at}: briefing(period: "${edition}") { ${field} { targets { latest { value } progress } } }`,
      )
      .join(' ');
    subgraph.commands();
    await subgraph.data(`{ ${measured} }`);
    for (const [collection, count] of Object.entries(countByCollection(subgraph.commands())))
      expect(count, collection).toBe(1);
  });

  test('what needs no database takes no command', async () => {
    subgraph.commands();
    await subgraph.data(
      `{ briefing(period: "2020-07") { period reportingPeriod { label } } province(code: "79") { name }
         agency(code: "MIC") { name parent { name } } ${subgraph.module.sector.field} { code name } }`,
    );
    expect(subgraph.commands()).toEqual([]);
  });

  test('every read is of what a majority has, and gives up in time', async () => {
    subgraph.commands();
    await subgraph.execute(`{ briefing(period: "2020-07") { ${section} } }`);
    for (const { command, collection, body } of subgraph.commands()) {
      expect(body, `${command} ${collection}`).toMatchObject({ readConcern: { level: 'majority' } });
      expect(body['maxTimeMS'], `${command} ${collection}`).toBeGreaterThan(0);
    }
  });
});

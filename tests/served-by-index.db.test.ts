import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agencies } from '../kernel/registers/agencies.ts';
import { documents } from '../kernel/registers/documents.ts';
import { provinces } from '../kernel/registers/provinces.ts';
import { readSectors } from '../kernel/sectors.ts';
import type { MongodbCommand } from './support/mongodb-commands.ts';
import { openTestSubgraph, type TestSubgraph } from './support/test-subgraph.ts';
import { wholeSelection } from './support/whole-selection.ts';

/*
 * Every command that the product sends is explained by MongoDB itself: none may read a whole collection. What each command holds is
 * recorded from real queries, so a look-up that is added is explained here without being named.
 */

/** Read whole on purpose: one row an edition, all of which a request needs to know what is published. */
const smallAndWhole = new Set(['sections']);

/** What the driver adds to a command and `explain` does not take. */
const ofTheDriver = new Set([
  '$db',
  'lsid',
  '$clusterTime',
  '$readPreference',
  'readConcern',
  'txnNumber',
  'maxTimeMS',
]);

describe.each(readSectors().map(({ folder }) => folder))('%s', (folder) => {
  let subgraph: TestSubgraph;
  beforeAll(async () => {
    subgraph = await openTestSubgraph(folder);
  });
  afterAll(() => subgraph.close());

  /** The stages of the plan that MongoDB chose, those of joined pipelines among them. */
  async function stagesOf({ body }: MongodbCommand): Promise<string[]> {
    const own = Object.fromEntries(Object.entries(body).filter(([key]) => !ofTheDriver.has(key)));
    const told: unknown = await subgraph.store.connection.db?.command({
      explain: own,
      verbosity: 'queryPlanner',
    });
    const winning = JSON.stringify(told, (key, value: unknown) => (key === 'rejectedPlans' ? [] : value));
    return [...winning.matchAll(/"stage":"(\w+)"/gu)].map(([, stage]) => stage ?? '');
  }

  /** The look-ups that `query` leads to, each with its collection, of which MongoDB reads every row. */
  async function readWhole(query: string, variables: Readonly<Record<string, unknown>> = {}) {
    subgraph.commands();
    const { errors } = await subgraph.execute(query, variables);
    expect(errors).toEqual([]);
    const sent = subgraph.commands();
    expect(sent.length).toBeGreaterThan(0);
    const whole: string[] = [];
    for (const command of sent) {
      const stages = await stagesOf(command);
      expect(stages, `${command.command} ${command.collection}`).not.toEqual([]);
      if (stages.includes('COLLSCAN') && !smallAndWhole.has(command.collection))
        whole.push(JSON.stringify(command.body));
    }
    return whole;
  }

  test('a whole briefing', async () => {
    const { field, typePrefix } = subgraph.module.sector;
    const codes = (await subgraph.store.indicators.find().lean()).map(({ _id }) => _id);
    const schema = subgraph.module.schema(new Set(codes));
    const others = ['Briefing', 'Province', 'Agency', 'Document'].map((entity) => `${entity}.${field}`);
    const whole = wholeSelection(schema, `${typePrefix}Section`, new Set([...others, 'Document.lines']));
    expect(await readWhole(`{ briefing(period: "2020-07") { ${field} { ${whole} } } }`)).toEqual([]);
  });

  test('what is said of a province, of an agency and in a document', async () => {
    const { field } = subgraph.module.sector;
    const facts = `${field} { observations { value } highlights { kind } targets { value }
      tasks(asOf: "2022-12-31", outcomes: [OPEN_OVERDUE]) { title } all: tasks { title } }`;
    const of = [
      { __typename: 'Province', code: provinces.get('79').code },
      { __typename: 'Agency', code: agencies.get('MIC').code },
      { __typename: 'Agency', code: agencies.get('SO_TTTT_79').code },
      ...documents.slice(0, 2).map(({ id }) => ({ __typename: 'Document', id })),
    ];
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) {
      ... on Province { ${facts} } ... on Document { ${facts} } ... on Agency { ${facts} } } }`;
    expect(await readWhole(query, { of })).toEqual([]);
  });

  test("the sector's own lists, filtered and not, and series", async () => {
    const { field } = subgraph.module.sector;
    const indicator = (await subgraph.store.observations.findOne().lean())?.indicator;
    const lists = `
      all: observations { totalCount nodes { vintages { value } } }
      ofOne: observations(filter: { indicators: ["${indicator}"] }) { totalCount nodes { value } }
      between: observations(filter: { from: "2020-01", to: "2020-12" }) { nodes { value } }
      ofProvince: observations(filter: { provinces: ["79"] }) { nodes { value } }
      ofAgency: observations(filter: { agencies: ["MIC"] }) { totalCount nodes { value } }
      tasks { totalCount nodes { title } }
      ledBy: tasks(filter: { leadUnit: "SO_TTTT" }) { totalCount nodes { title } }
      inProvince: tasks(filter: { province: "79" }) { totalCount nodes { title } }
      inBriefing: tasks(filter: { briefing: "2020-07" }) { totalCount nodes { title } }
      inDocument: tasks(filter: { document: "2020-08-04-briefing-july-2020" }) { totalCount nodes { title } }
      due: tasks(filter: { dueFrom: "2020-04-01", dueTo: "2020-06-30" }) { totalCount nodes { title } }
      overdue: tasks(filter: { outcomes: [OPEN_OVERDUE], asOf: "2020-05-01" }) { totalCount nodes { title } }
      indicators { series { points { observation { value } } } latest { value } targets { value } }
      indicator(code: "${indicator}") { name }`;
    expect(await readWhole(`{ ${field} { ${lists} } }`)).toEqual([]);
  });

  test('one record by its id', async () => {
    const { field } = subgraph.module.sector;
    const one = await subgraph.store.observations.findOne().lean();
    expect(
      await readWhole(`{ ${field} { observation(id: "${one?._id}") { value } task(id: "x") { id } } }`),
    ).toEqual([]);
  });
});

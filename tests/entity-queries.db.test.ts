import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { provinces } from '../kernel/registers/provinces.ts';
import { highlightRow, indicatorRow, observationRow, targetRow, taskRow } from './support/rows.ts';
import { openTestSubgraph, type TestSubgraph } from './support/test-subgraph.ts';

/*
 * What a sector says of a province, of an agency and from a document, asked as the gateway asks it: by references.
 */
let telecom: TestSubgraph;
let made: TestSubgraph;
const group = { code: 'RURAL', name: { vi: 'nông thôn', en: 'rural' } };

beforeAll(async () => {
  [telecom, made] = await Promise.all([
    openTestSubgraph('telecom'),
    openTestSubgraph('telecom', { loaded: false }),
  ]);
  await made.store.indicators.create([indicatorRow()]);
  await made.store.observations.create([
    observationRow({ value: '1' }),
    observationRow({ value: '2', province: '79' }),
    observationRow({ value: '3', province: '01' }),
    observationRow({ value: '4', scope: group }),
    observationRow({ value: '5', agency: 'MIC', province: '79', ordinal: 1 }),
    observationRow({
      value: '6',
      province: '79',
      edition: '2020-S1',
      knownFrom: '2020-07-06',
      period: '2020-05',
    }),
    observationRow({ value: '7', province: '79', supersededFrom: '2020-08-10', revision: 1 }),
  ]);
  await made.store.highlights.create([
    highlightRow({ _id: 'b', provinces: ['79', '01'], edition: '2020-07', ordinal: 2 }),
    highlightRow({
      _id: 'a',
      provinces: ['79'],
      edition: '2020-S1',
      document: '2020-07-06-press-release-h1-2020',
    }),
    highlightRow({ _id: 'c', agencies: ['MIC'], ordinal: 1 }),
  ]);
  await made.store.targets.create([
    targetRow({ province: '79' }),
    targetRow({ _id: 'd', leadUnits: ['MIC'] }),
  ]);
  await made.store.tasks.create([
    taskRow({ _id: 'all', addressedTo: 'ALL_PROVINCES', leadUnits: ['SO_TTTT'] }),
    taskRow({
      _id: 'some',
      addressedTo: 'SOME_PROVINCES',
      provinces: ['79'],
      leadUnits: ['MIC'],
      ordinal: 1,
    }),
    taskRow({ _id: 'group', coordinatingUnits: ['SO_TTTT'], ordinal: 2 }),
    taskRow({ _id: 'own', leadUnits: ['SO_TTTT_79'], ordinal: 3 }),
    taskRow({ _id: 'other', leadUnits: ['SO_TTTT_01'], ordinal: 4 }),
  ]);
});
afterAll(() => Promise.all([telecom.close(), made.close()]));

/** The fields that `fields` selects of the sector's facts of one entity. */
async function factsOf(
  type: string,
  key: string,
  fields: string,
): Promise<Record<string, { [key: string]: string }[]>> {
  const by = type === 'Document' ? 'id' : 'code';
  const { _entities: entities } = await made.data<{
    _entities: { telecom: Record<string, { [key: string]: string }[]> }[];
  }>(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { telecom { ${fields} } } } }`,
    { of: [{ __typename: type, [by]: key }] },
  );
  if (entities[0] === undefined) throw new Error(`no ${type} was answered`);
  return entities[0].telecom;
}
const values = async (type: string, key: string, region = '') =>
  (await factsOf(type, key, `observations${region} { value }`))['observations']?.map(({ value }) => value);
const tasks = async (type: string, key: string) =>
  (await factsOf(type, key, 'tasks(asOf: "2020-12-31") { id }'))['tasks']?.map(({ id }) => id);

describe('figures of a province', () => {
  test('are its own, of all editions, in the order in which they became known; what was superseded is left out', async () => {
    expect(await values('Province', '79')).toEqual(['6', '2', '5']);
  });

  test('know of no country, and ALL of a province is what the province has', async () => {
    expect(await values('Province', '79', '(region: COUNTRY)')).toEqual([]);
    expect(await values('Province', '79', '(region: ALL)')).toEqual(['6', '2', '5']);
    expect(await values('Province', '02')).toEqual([]);
  });
});

test('figures of an agency are those about it, wherever', async () => {
  expect(await values('Agency', 'MIC')).toEqual(['5']);
  expect(await values('Agency', 'MIC', '(region: COUNTRY)')).toEqual([]);
  expect(await values('Agency', 'MIC', '(region: PROVINCE)')).toEqual(['5']);
});

test('figures of a document are all that it prints, unless a region is asked for', async () => {
  const july = '2020-08-04-briefing-july-2020';
  expect((await values('Document', july))?.toSorted()).toEqual(['1', '2', '3', '4', '5', '6']);
  expect((await values('Document', july, '(region: COUNTRY)'))?.toSorted()).toEqual(['1', '4']);
  expect((await values('Document', july, '(region: PROVINCE)'))?.toSorted()).toEqual(['2', '3', '5', '6']);
});

test('figures of an edition are the country’s and its groups’, unless a region is asked for', async () => {
  const asked = (region: string) =>
    made.data<{ briefing: { telecom: { observations: { value: string }[] } } }>(
      `{ briefing(period: "2020-07") { telecom { observations${region} { value } } } }`,
    );
  const found = async (region = '') =>
    (await asked(region)).briefing.telecom.observations.map(({ value }) => value).toSorted();
  expect(await found()).toEqual(['1', '4']);
  expect(await found('(region: COUNTRY)')).toEqual(['1', '4']);
  expect(await found('(region: PROVINCE)')).toEqual(['2', '3', '5']);
  expect(await found('(region: ALL)')).toEqual(['1', '2', '3', '4', '5']);
});

describe('tasks', () => {
  test('of a province are those addressed to all, and those addressed to it', async () => {
    expect(await tasks('Province', '79')).toEqual(['all', 'some']);
    expect(await tasks('Province', '01')).toEqual(['all']);
  });

  test('of its department are the same, those of the group of all departments, and its own', async () => {
    expect(await tasks('Agency', 'SO_TTTT_79')).toEqual(['all', 'some', 'group', 'own']);
    expect(await tasks('Agency', 'SO_TTTT_01')).toEqual(['all', 'group', 'other']);
  });

  test('of any other agency are those that it leads or helps with', async () => {
    expect(await tasks('Agency', 'MIC')).toEqual(['some']);
    expect(await tasks('Agency', 'SO_TTTT')).toEqual(['all', 'group']);
  });

  test('are not there before they were assigned', async () => {
    expect((await factsOf('Province', '79', 'tasks(asOf: "2020-03-01") { id }'))['tasks']).toEqual([]);
  });
});

test('highlights of a province and of an agency are in the order of the documents, not of their editions’ names', async () => {
  const ids = async (type: string, key: string) =>
    (await factsOf(type, key, 'highlights { id }'))['highlights']?.map(({ id }) => id);
  expect(await ids('Province', '79')).toEqual(['a', 'b']);
  expect(await ids('Agency', 'MIC')).toEqual(['c']);
});

test('targets of a province are those set for it, of an agency those that it must reach', async () => {
  const ids = async (type: string, key: string) =>
    (await factsOf(type, key, 'targets { id }'))['targets']?.map(({ id }) => id);
  expect(await ids('Province', '79')).toEqual(['TEST:target:2020-07:a']);
  expect(await ids('Agency', 'MIC')).toEqual(['d']);
});

describe('over the real data', () => {
  test('a department is found by an alias, with what is addressed to all departments', async () => {
    const { agency } = await telecom.data<{
      agency: { code: string; telecom: { tasks: { addressedTo: string }[] } };
    }>('{ agency(code: "Sở TT&TT TPHCM") { code telecom { tasks(asOf: "2020-12-31") { addressedTo } } } }');
    expect(agency.code).toBe('SO_TTTT_79');
    expect(agency.telecom.tasks.filter(({ addressedTo }) => addressedTo === 'ALL_PROVINCES')).toHaveLength(2);
  });

  test('every province has what is addressed to all of them', async () => {
    const { _entities: all } = await telecom.data<{ _entities: { telecom: { tasks: unknown[] } }[] }>(
      `query ($all: [_Any!]!) { _entities(representations: $all) {
         ... on Province { telecom { tasks(asOf: "2020-12-31") { id } } } } }`,
      { all: provinces.all.map(({ code }) => ({ __typename: 'Province', code })) },
    );
    expect(all.map((province) => province.telecom.tasks.length)).toEqual(provinces.all.map(() => 2));
  });

  test('a reference that is in no register is null, and so is a province or agency of no such name', () =>
    telecom
      .expectQuery(
        `{ province(code: "Atlantis") { code } agency(code: "Nobody") { code }
           _entities(representations: [{ __typename: "Document", id: "none" }, { __typename: "Province", code: "30" }]) {
             ... on Province { code name(language: EN) telecom { highlights { id } } } } }`,
      )
      .toAnswer({
        province: null,
        agency: null,
        _entities: [null, { code: '30', name: 'Hai Duong', telecom: { highlights: [] } }],
      }));

  test('an office’s document has no lines where the text is not on this machine', async () => {
    const office = await openTestSubgraph('office', { documentsDir: null });
    await office
      .expectQuery(
        '{ document(id: "2020-08-04-briefing-july-2020") { lines issuedOn } nothing: document(id: "x") { id } }',
      )
      .toAnswer({ document: { lines: null, issuedOn: '2020-08-04' }, nothing: null });
    await office.close();
  });
});

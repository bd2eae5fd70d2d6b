import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readEnvironment } from '../kernel/environment.ts';
import { openTestSubgraph, type TestSubgraph } from './support/test-subgraph.ts';

let telecom: TestSubgraph;
beforeAll(async () => {
  telecom = await openTestSubgraph('telecom');
});
afterAll(() => telecom.close());

/** What no answer may tell: where we are, what we run, where in our code it went wrong. */
function expectNothingOfOurs(answer: unknown): void {
  const text = JSON.stringify(answer);
  const hosts = new URL(inject('mongodbUri')).host;
  for (const secret of [hosts, '127.0.0.1', readEnvironment().projectDir, 'node_modules'])
    expect(text).not.toContain(secret);
  expect(text).not.toMatch(/stack|mongo(?!db does)|\bat .*\.ts:\d/iu);
}

describe('a page size outside 1 to 1000 is refused', () => {
  test.each([
    ['{ telecom { observations(first: 0) { totalCount } } }'],
    ['{ telecom { observations(first: -5) { totalCount } } }'],
    ['{ telecom { tasks(first: 1001) { totalCount } } }'],
    ['{ briefing(period: "2020-07") { telecom { observations(first: 0) { id } } } }'],
    ['{ briefing(period: "2020-07") { telecom { tasks(first: 1001) { id } } } }'],
    ['{ briefing(period: "2020-07") { telecom { highlights(first: 0) { id } } } }'],
    ['{ briefing(period: "2020-07") { telecom { targets(first: 1001) { id } } } }'],
    ['{ province(code: "79") { telecom { observations(first: 1001, region: COUNTRY) { id } } } }'],
  ])('%s', (query) =>
    telecom.expectQuery(query).toRefuse('INVALID_PAGE', /first must be 1 to 1000, but got: /u),
  );

  test('with its path, and without what stands beside it', async () => {
    const answer = await telecom.execute(
      '{ telecom { code wrong: observations(first: 0) { totalCount } right: tasks(first: 1) { totalCount } } }',
    );
    expect(answer.data).toEqual({
      telecom: { code: 'TELECOM', wrong: null, right: { totalCount: expect.any(Number) } },
    });
    expect(answer.errors).toMatchObject([
      { path: ['telecom', 'wrong'], extensions: { code: 'INVALID_PAGE' } },
    ]);
    expectNothingOfOurs(answer);
  });
});

describe('an argument that is no value of its type has the type’s code', () => {
  test.each([
    ['{ briefing(period: "2020-13") { period } }', {}, 'INVALID_TIME_PERIOD'],
    ['query ($p: TimePeriod!) { briefing(period: $p) { period } }', { p: 'July' }, 'INVALID_TIME_PERIOD'],
    ['query ($p: TimePeriod!) { briefing(period: $p) { period } }', { p: '' }, 'INVALID_TIME_PERIOD'],
    ['{ telecom { observations(filter: { asOf: "2020-02-30" }) { totalCount } } }', {}, 'INVALID_DATE'],
    [
      'query ($f: TaskFilter) { telecom { tasks(filter: $f) { totalCount } } }',
      { f: { asOf: '4/8/2020' } },
      'INVALID_DATE',
    ],
  ] as const)('%s %j', async (query, variables, code) => {
    const { errors } = await telecom.execute(query, variables);
    expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual([code]);
    expect(errors[0]?.message).toMatch(/must .*, but got: /u);
    expectNothingOfOurs(errors);
  });
});

describe('a request that is no operation is the caller’s fault', () => {
  test.each([
    ['{ telecom { revenue } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ telecom {', 'GRAPHQL_PARSE_FAILED'],
    ['query ($n: Int!) { telecom { tasks(first: $n) { totalCount } } }', 'BAD_USER_INPUT'],
  ])('%s', async (query, code) => {
    const { errors } = await telecom.execute(query);
    expect(errors.map(({ extensions }) => extensions)).toEqual([{ code }]);
    expectNothingOfOurs(errors);
  });
});

describe('a database', () => {
  const query = '{ telecom { code name indicators { code } } }';

  test('that fails a command leaves the field null, and says no more than that', async () => {
    const failed = await openTestSubgraph('telecom');
    await failed.store.connection.db?.dropDatabase();
    await failed.store.connection.db?.createCollection('source');
    await failed.store.connection.db?.createCollection('indicators', {
      viewOn: 'source',
      pipeline: [{ $set: { name: { $divide: [1, 0] } } }],
    });
    await failed.store.connection.collection('source').insertOne({});
    const answer = await failed.execute(query);
    expect(answer.data).toEqual({ telecom: { code: 'TELECOM', name: 'Viễn thông', indicators: null } });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'DATABASE_UNAVAILABLE' } }]);
    expectNothingOfOurs(answer);
    await failed.close();
  });

  test('whose connection is closed does so at once', async () => {
    const closed = await openTestSubgraph('telecom', { loaded: false });
    await closed.store.connection.dropDatabase();
    await closed.store.connection.close();
    const before = Date.now();
    const answer = await closed.execute(query);
    expect(answer.errors).toMatchObject([
      { path: ['telecom', 'indicators'], extensions: { code: 'DATABASE_UNAVAILABLE' } },
    ]);
    expect(Date.now() - before).toBeLessThan(6000);
    expectNothingOfOurs(answer);
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriesKey, vintageKey } from '../kernel/load/observation-keys.ts';
import { MOST_AT_ONCE } from '../kernel/subgraph/all-of.ts';
import { openTestSubgraph, type TestSubgraph } from './support/test-subgraph.ts';

let telecom: TestSubgraph;
const edition = '2022-10';
beforeAll(async () => {
  telecom = await openTestSubgraph('telecom');
  const { observations } = telecom.store;
  const row = await observations.findOne({ indicator: 'telecom.revenue' }).lean();
  if (row === null) throw new Error('there is a figure of telecom.revenue');
  const { indicator, basis } = row;
  const many = Array.from({ length: MOST_AT_ONCE }, (_, index) => {
    const scope = { code: `group-${index}`, name: { vi: `Nhóm ${index}`, en: `Group ${index}` } };
    const key = seriesKey({
      indicator,
      basis,
      province: null,
      agency: null,
      scope: scope.code,
      forecast: false,
    });
    return {
      ...row,
      _id: `${edition}:${index}`,
      scope,
      seriesKey: key,
      vintageKey: vintageKey(key, row.period),
      edition,
      comparisons: [],
      ordinal: index,
    };
  });
  await observations.collection.insertMany(many.map((one) => ({ ...one, _id: one._id as never })));
  await observations.collection.insertOne({
    ...row,
    _id: `${edition}:one-more` as never,
    edition,
    comparisons: [],
    ordinal: MOST_AT_ONCE,
  });
});
afterAll(() => telecom.close());

const section = (fields: string) => `{ briefing(period: "${edition}") { telecom { ${fields} } } }`;

test('what cannot be held against others whole is refused, and not done in part', async () => {
  for (const fields of ['checks { kind }', `changesSince(period: "2022-08") { observations { kind } }`])
    await telecom.expectQuery(section(fields)).toRefuse('TOO_MANY_FIGURES', /npm run audit/u);
  const { data, errors } = await telecom.execute(section('state revenue { value }'));
  expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['TOO_MANY_FIGURES']);
  expect(data).toMatchObject({ briefing: { telecom: { state: 'MISSING', revenue: null } } });
});

test('a list of them is paged as ever, and finds what is asked for', async () => {
  const listed = await telecom.data<{ briefing: { telecom: { observations: unknown[] } } }>(
    section('observations(first: 1000, indicators: ["telecom.revenue"]) { id }'),
  );
  expect(listed.briefing.telecom.observations).toHaveLength(1000);
});

test('one fewer is checked whole', async () => {
  await telecom.store.observations.collection.deleteOne({ _id: `${edition}:0` as never });
  const { briefing } = await telecom.data<{ briefing: { telecom: { revenue: { id: string } } } }>(
    section('revenue { id } checks { kind }'),
  );
  expect(briefing.telecom.revenue.id).toBe(`${edition}:one-more`);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { anonymous, type Identity } from '../../kernel/identity/identity.ts';
import { editor, officer } from '../support/desk.ts';
import { openTestSubgraph, type TestSubgraph } from '../support/test-subgraph.ts';

let office: TestSubgraph;
beforeAll(async () => {
  office = await openTestSubgraph('office');
});
afterAll(() => office.close());

const open = (args: string, by: Identity = officer) =>
  office.execute(
    `mutation { officeOpenBriefing(${args}) { period office { meeting { heldOn title citation { line } } } } }`,
    {},
    by,
  );
const codeOf = async (args: string, by?: Identity) =>
  (await open(args, by)).errors.map(({ extensions }) => extensions?.['code']);
const periods = async () =>
  (await office.data<{ briefings: { period: string }[] }>('{ briefings { period } }')).briefings.map(
    ({ period }) => period,
  );

test('the Office opens a briefing: it is among all, with its meeting', async () => {
  expect(await periods()).toEqual(['2022-08', '2020-Q3', '2020-07', '2020-S1', '2020-Q1']);
  expect((await open('period: "2022-M09", heldOn: "2022-10-03"')).data).toEqual({
    officeOpenBriefing: {
      period: '2022-09',
      office: {
        meeting: { heldOn: '2022-10-03', title: 'Giao ban quản lý nhà nước tháng 9/2022', citation: null },
      },
    },
  });
  expect((await periods())[0]).toBe('2022-09');
});

test('its meeting may be moved; what was said before is kept', async () => {
  const { data, errors } = await open(
    'period: "2022-09", heldOn: "2022-10-04", title: { vi: "Giao ban tháng Chín" }',
  );
  expect(errors).toEqual([]);
  expect(data).toMatchObject({
    officeOpenBriefing: { office: { meeting: { heldOn: '2022-10-04', title: 'Giao ban tháng Chín' } } },
  });
  expect((await periods()).filter((period) => period === '2022-09')).toHaveLength(1);
  const kept = await office.store.own['Opening']?.find().sort({ _id: 1 }).lean();
  expect(kept).toMatchObject([
    { heldOn: '2022-10-03', openedBy: 'officer' },
    { heldOn: '2022-10-04', openedBy: 'officer' },
  ]);
});

test('of several who open it at once one does each time', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => open('period: "2022-10", heldOn: "2022-11-01"')),
  );
  const codes = answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions?.['code']));
  expect(new Set(codes)).toEqual(codes.length === 0 ? new Set() : new Set(['VERSION_CONFLICT']));
  const rows = await office.store.own['Opening']?.countDocuments({ edition: '2022-10' });
  expect(rows).toBe(8 - codes.length);
});

test('nobody else opens one, and none that was held, nor before its period', async () => {
  const args = 'period: "2022-11", heldOn: "2022-12-01"';
  expect(await codeOf(args, anonymous)).toEqual(['UNAUTHENTICATED']);
  expect(await codeOf(args, editor('TELECOM'))).toEqual(['FORBIDDEN']);
  expect(await codeOf('period: "2020-07", heldOn: "2020-08-04"')).toEqual(['INVALID_ARGUMENT']);
  expect(await codeOf('period: "2022-11", heldOn: "2022-10-31"')).toEqual(['INVALID_ARGUMENT']);
  expect(await periods()).not.toContain('2022-11');
});

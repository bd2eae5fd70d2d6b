import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countByCollection } from './support/mongodb-commands.ts';
import { openTestSubgraph, type TestSubgraph } from './support/test-subgraph.ts';

let press: TestSubgraph;
let it: TestSubgraph;
beforeAll(async () => {
  press = await openTestSubgraph('press');
  it = await openTestSubgraph('it-application');
});
afterAll(() => Promise.all([press.close(), it.close()]));

interface Change {
  readonly kind: string;
  readonly before: { readonly value: string | null; readonly status: string } | null;
  readonly after: { readonly value: string | null; readonly status: string } | null;
  readonly change: string | null;
  readonly stated: boolean;
}
async function changesOf(of: TestSubgraph, edition: string, since: string, indicator: string) {
  const { field } = of.module.sector;
  const side = '{ value status indicator { code } }';
  type Sided = Change & Record<'before' | 'after', { indicator?: { code: string } } | null>;
  const data = await of.data<{
    briefing: Record<string, { changesSince: { observations: readonly Sided[] } }>;
  }>(
    `{ briefing(period: "${edition}") { ${field} { changesSince(period: "${since}") {
       since observations { kind before ${side} after ${side} change percent stated } } } } }`,
  );
  return (data.briefing[field]?.changesSince.observations ?? []).filter(
    ({ before, after }) => (after ?? before)?.indicator?.code === indicator,
  );
}

describe('what changed since another briefing', () => {
  test('has the fall of 103 commune radio stations, which no document states', async () => {
    const found = await changesOf(press, '2020-Q3', '2020-S1', 'press.radio.commune-stations');
    expect(found).toMatchObject([
      {
        kind: 'MOVED',
        before: { value: '9637' },
        after: { value: '9534' },
        change: '-103',
        percent: '-1.068797344',
        stated: false,
      },
    ]);
  });

  test('adds up totals that are spoken of and not printed, and so finds them unchanged', async () => {
    const found = await changesOf(it, '2020-Q3', '2020-07', 'it-application.connected-agencies');
    expect(found).toMatchObject([
      {
        kind: 'UNCHANGED',
        before: { value: '76', status: 'REPORTED' },
        after: { value: '76', status: 'DERIVED' },
        change: '0',
      },
    ]);
  });

  test('tells what became of tasks on the day of the later meeting', async () => {
    const data = await it.data<{
      briefing: { itApplication: { changesSince: { tasks: { kind: string; task: { outcome: string } }[] } } };
    }>(
      `{ briefing(period: "2020-07") { itApplication { changesSince(period: "2020-Q1") { tasks { kind task { outcome } } } } } }`,
    );
    const { tasks } = data.briefing.itApplication.changesSince;
    const outcomes = (kind: string) =>
      new Set(tasks.filter((of) => of.kind === kind).map(({ task }) => task.outcome));
    expect(outcomes('FALLEN_OVERDUE')).toEqual(new Set(['OPEN_OVERDUE']));
    expect(tasks.map(({ kind }) => kind)).toContain('NEW');
    expect(outcomes('STILL_OPEN')).not.toContain('DONE_ON_TIME');
  });

  test('refuses to compare a briefing with itself', () =>
    it
      .expectQuery(
        '{ briefing(period: "2020-07") { itApplication { changesSince(period: "2020-M07") { since } } } }',
      )
      .toRefuse('INVALID_ARGUMENT', '2020-07'));

  test('takes no command more than the section itself, but for bases', async () => {
    it.commands();
    await it.data(
      `{ briefing(period: "2020-Q3") { itApplication {
           observations { value } tasks(asOf: "2020-09-07") { title } checks { verdict }
           changesSince(period: "2020-07") { observations { kind before { value } after { value } } tasks { kind } } } } }`,
    );
    const counts = countByCollection(it.commands());
    expect(counts['observations']).toBeLessThanOrEqual(3);
    expect(counts['tasks']).toBeLessThanOrEqual(2);
  });
});

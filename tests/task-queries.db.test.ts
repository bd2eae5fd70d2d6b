import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, todayInHanoi } from '../kernel/local-date.ts';
import type { TaskRow } from '../kernel/store/rows.ts';
import { outcomeFilter, taskOutcome } from '../kernel/task-outcome.ts';
import { frequencies, taskOutcomes, type TaskOutcome } from '../kernel/vocabulary.ts';
import { deadlineRow, taskRow } from './support/rows.ts';
import { openTestSubgraph, type TestSubgraph, type Variables } from './support/test-subgraph.ts';

let made: TestSubgraph;
let cybersecurity: TestSubgraph;
let itApplication: TestSubgraph;
beforeAll(async () => {
  [made, cybersecurity, itApplication] = await Promise.all([
    openTestSubgraph('telecom', { loaded: false }),
    openTestSubgraph('cybersecurity'),
    openTestSubgraph('it-application'),
  ]);
});
afterAll(() => Promise.all([made.close(), cybersecurity.close(), itApplication.close()]));

interface Tasks {
  readonly nodes: readonly { id: string; outcome: TaskOutcome | null }[];
  readonly totalCount: number;
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
async function tasksOf(of: TestSubgraph, variables: Variables): Promise<Tasks> {
  const { field } = of.module.sector;
  const data = await of.data<Record<string, { tasks: Tasks }>>(
    `query ($filter: TaskFilter, $orderBy: TaskOrder! = DUE_DATE, $first: Int! = 1000, $after: String) {
       ${field} { tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
         nodes { id outcome } totalCount pageInfo { hasNextPage endCursor } } } }`,
    variables,
  );
  const tasks = data[field]?.tasks;
  if (tasks === undefined) throw new Error('the sector answered nothing');
  return tasks;
}
/** `publish-soc-suppliers OPEN_IN_TERM` */
const outcomes = async (filter: Variables) =>
  (await tasksOf(cybersecurity, { filter })).nodes.map(
    ({ id, outcome }) => `${id.split(':').at(-1) ?? ''} ${String(outcome)}`,
  );

describe('over the real data', () => {
  test('nothing was assigned before the first meeting', async () => {
    expect(await outcomes({ asOf: '2020-03-01' })).toEqual([]);
    expect(await tasksOf(cybersecurity, { filter: { asOf: '2020-03-01' } })).toMatchObject({ totalCount: 0 });
  });

  test('what is due in April 2020 is in term on the 30th and overdue on 1 May', async () => {
    expect(await outcomes({ asOf: '2020-04-30', dueTo: '2020-04-30' })).toEqual([
      'ministry-own-four-layer-solution OPEN_OVERDUE',
      'publish-soc-suppliers OPEN_IN_TERM',
    ]);
    expect(await outcomes({ asOf: '2020-05-01', outcomes: ['OPEN_OVERDUE'] })).toEqual([
      'ministry-own-four-layer-solution OPEN_OVERDUE',
      'publish-soc-suppliers OPEN_OVERDUE',
    ]);
    expect(await outcomes({ asOf: '2020-04-30', outcomes: ['OPEN_OVERDUE'] })).toHaveLength(1);
  });

  test('dueFrom and dueTo leave out what has no date', async () => {
    const due = await outcomes({ asOf: '2020-05-01', dueFrom: '2020-06-30', dueTo: '9999-12-31' });
    expect(due.filter((task) => task.includes('WITHOUT_DEADLINE'))).toEqual([]);
    expect(due).toContain('help-agencies-build-soc OPEN_IN_TERM');
  });

  test('a section’s tasks are told for the day that is asked, their own outcome for another', () =>
    cybersecurity
      .expectQuery(
        `{ briefing(period: "2020-Q1") { cybersecurity { tasks(outcomes: [OPEN_OVERDUE], asOf: "2020-04-01") {
           outcome later: outcome(asOf: "2020-05-01") before: outcome(asOf: "2020-03-01")
           deadline { asPrinted latest precision soft } leadUnits { code } } } } }`,
      )
      .toAnswer({
        briefing: {
          cybersecurity: {
            tasks: [
              {
                outcome: 'OPEN_OVERDUE',
                later: 'OPEN_OVERDUE',
                before: null,
                deadline: {
                  asPrinted: expect.any(String),
                  latest: '2020-03-31',
                  precision: 'MONTH',
                  soft: false,
                },
                leadUnits: [{ code: 'MIC_INFORMATION_SECURITY_AUTHORITY' }],
              },
            ],
          },
        },
      }));

  test('of a province are its own and those addressed to all, by any name of it', async () => {
    interface Addressed {
      readonly addressedTo: string;
      readonly provinces: readonly { readonly code: string }[];
    }
    const ofProvince = async (province: string) => {
      const data = await itApplication.data<{ itApplication: { tasks: { nodes: readonly Addressed[] } } }>(
        `query ($province: ID!) { itApplication { tasks(filter: { province: $province, asOf: "2022-12-31" }, first: 1000) {
           nodes { id addressedTo provinces { code } } } } }`,
        { province },
      );
      return data.itApplication.tasks.nodes;
    };
    const found = await ofProvince('vinh long');
    expect(found).toEqual(await ofProvince('86'));
    expect(new Set(found.map(({ addressedTo }) => addressedTo))).toEqual(
      new Set(['ALL_PROVINCES', 'SOME_PROVINCES']),
    );
    const own = found.filter(({ addressedTo }) => addressedTo === 'SOME_PROVINCES');
    expect(own.every(({ provinces }) => provinces.some(({ code }) => code === '86'))).toBe(true);
    const elsewhere = await ofProvince('Hải Dương');
    expect(elsewhere.filter(({ addressedTo }) => addressedTo === 'ALL_PROVINCES')).toEqual(
      found.filter(({ addressedTo }) => addressedTo === 'ALL_PROVINCES'),
    );
    expect(elsewhere).not.toEqual(expect.arrayContaining(own));
  });

  test('are told for today in Ha Noi where no day is asked, in the list and in each of its tasks', async () => {
    const today = todayInHanoi();
    const asked = await tasksOf(cybersecurity, { filter: { asOf: today } });
    expect(await tasksOf(cybersecurity, {})).toEqual(asked);
    const of = new Map(asked.nodes.map(({ id, outcome }) => [id, outcome]));
    const rows = await cybersecurity.store.tasks.find({ batch: null }).lean<TaskRow[]>();
    for (const row of rows) expect(of.get(row._id), row._id).toBe(taskOutcome(row, today));
  });

  test('a lead unit is found by an alias, an unknown one is refused', async () => {
    const led = await tasksOf(cybersecurity, { filter: { leadUnit: 'Cục ATTT', asOf: '2020-12-31' } });
    expect(led.totalCount).toBeGreaterThan(4);
    const query = '{ cybersecurity { tasks(filter: { leadUnit: "Nobody" }) { totalCount } } }';
    await cybersecurity.expectQuery(query).toRefuse('UNKNOWN_CODE', 'Nobody');
  });
});

/** Deterministic numbers, so that a failure can be repeated. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
const firstDay = '2020-03-01';

/** A task with any mixture of days around March and April 2020, impossible ones included. */
function anyTask(index: number, below: (bound: number) => number): TaskRow {
  const day = () => addDays(firstDay, below(40));
  const often = frequencies[below(frequencies.length)];
  const deadline =
    below(4) === 0
      ? null
      : deadlineRow({
          latest: below(4) === 0 ? null : day(),
          recurrence: below(5) === 0 && often !== undefined ? often : null,
        });
  return taskRow({
    _id: `T${String(index).padStart(4, '0')}`,
    assignedOn: day(),
    deadline,
    completedOn: below(3) === 0 ? day() : null,
    cancelledOn: below(6) === 0 ? day() : null,
  });
}

describe('outcomes by the database', () => {
  const below = numbers(20_200_302);
  const tasks = Array.from({ length: 400 }, (_, index) => anyTask(index, below));
  const days = Array.from({ length: 45 }, (_, index) => addDays(firstDay, index - 1));
  beforeAll(() => made.store.tasks.insertMany(tasks));

  test.each(taskOutcomes)('are those that the kernel computes, on every day: %s', async (outcome) => {
    for (const day of days) {
      const filter = { $and: [{ assignedOn: { $lte: day } }, outcomeFilter(outcome, day)] };
      const found = await made.store.tasks.find(filter, { _id: 1 }).sort({ _id: 1 }).lean();
      const expected = tasks.filter((task) => taskOutcome(task, day) === outcome).map(({ _id }) => _id);
      expect(
        found.map(({ _id }) => _id),
        day,
      ).toEqual(expected);
    }
  });

  test('part the tasks: together all that were assigned, and no task in two', async () => {
    const day = '2020-03-25';
    const counts = await Promise.all(
      taskOutcomes.map((outcome) => tasksOf(made, { filter: { asOf: day, outcomes: [outcome] }, first: 1 })),
    );
    const assigned = tasks.filter(({ assignedOn }) => assignedOn <= day).length;
    expect(counts.reduce((sum, { totalCount }) => sum + totalCount, 0)).toBe(assigned);
    expect(counts.filter(({ totalCount }) => totalCount === 0)).toEqual([]);
    const none = await tasksOf(made, { filter: { asOf: day, outcomes: [] } });
    expect(none).toMatchObject({ nodes: [], totalCount: 0 });
  });

  test.each(['DUE_DATE', 'ASSIGNED_ON'])('page by %s without repeat or gap', async (orderBy) => {
    const filter = { asOf: '2020-12-31' };
    const found: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: Tasks = await tasksOf(made, { filter, orderBy, first: 37, after });
      found.push(...page.nodes.map(({ id }) => id));
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    const byId = new Map(tasks.map((task) => [task._id, task]));
    const order = found.map((id) => byId.get(id)?.[orderBy === 'DUE_DATE' ? 'dueOn' : 'assignedOn'] ?? '');
    expect(new Set(found).size).toBe(tasks.length);
    expect(order).toEqual(orderBy === 'DUE_DATE' ? order.toSorted() : order.toSorted().reverse());
  });
});

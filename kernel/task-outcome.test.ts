import { describe, expect, test } from 'vitest';
import { deadlineRow, taskRow } from '../tests/support/rows.ts';
import type { TaskRow } from './store/rows.ts';
import { taskOutcome } from './task-outcome.ts';
import { taskOutcomes, type TaskOutcome } from './vocabulary.ts';

/** Each task with what had become of it on days around those at which that changes. */
const cases: Readonly<Record<string, { task: Partial<TaskRow>; on: Record<string, TaskOutcome | null> }>> = {
  'open, due before 1 May 2020': {
    task: { deadline: deadlineRow({ latest: '2020-04-30' }) },
    on: {
      '2020-03-01': null,
      '2020-03-02': 'OPEN_IN_TERM',
      '2020-04-30': 'OPEN_IN_TERM',
      '2020-05-01': 'OPEN_OVERDUE',
      '2022-08-29': 'OPEN_OVERDUE',
    },
  },
  'done on the deadline’s last day': {
    task: { deadline: deadlineRow(), status: 'DONE', completedOn: '2020-04-30' },
    on: {
      '2020-04-29': 'OPEN_IN_TERM',
      '2020-04-30': 'DONE_ON_TIME',
      '2020-05-01': 'DONE_ON_TIME',
    },
  },
  'done a day after it': {
    task: { deadline: deadlineRow(), status: 'DONE', completedOn: '2020-05-01' },
    on: { '2020-04-30': 'OPEN_IN_TERM', '2020-05-01': 'DONE_LATE', '2020-05-02': 'DONE_LATE' },
  },
  'done long after it: overdue in between': {
    task: { deadline: deadlineRow(), status: 'DONE', completedOn: '2020-07-06' },
    on: { '2020-05-01': 'OPEN_OVERDUE', '2020-07-05': 'OPEN_OVERDUE', '2020-07-06': 'DONE_LATE' },
  },
  'without any deadline': {
    task: { status: 'DONE', completedOn: '2020-07-06' },
    on: {
      '2020-03-01': null,
      '2020-03-02': 'OPEN_WITHOUT_DEADLINE',
      '2020-07-05': 'OPEN_WITHOUT_DEADLINE',
      '2020-07-06': 'DONE_WITHOUT_DEADLINE',
    },
  },
  'with a deadline that names no date': {
    task: { deadline: deadlineRow({ asPrinted: 'khẩn trương', latest: null, precision: 'NONE' }) },
    on: { '2020-03-02': 'OPEN_WITHOUT_DEADLINE', '2022-08-29': 'OPEN_WITHOUT_DEADLINE' },
  },
  'every day': {
    task: {
      deadline: deadlineRow({
        asPrinted: 'hàng ngày',
        latest: null,
        precision: 'NONE',
        recurrence: 'DAILY',
      }),
    },
    on: { '2020-03-01': null, '2020-03-02': 'RECURRING', '2022-08-29': 'RECURRING' },
  },
  'every month until a day: recurring beyond it, for nobody said that it is overdue': {
    task: { deadline: deadlineRow({ recurrence: 'MONTHLY' }) },
    on: { '2020-04-30': 'RECURRING', '2020-05-01': 'RECURRING' },
  },
  'called off when it was overdue': {
    task: { deadline: deadlineRow(), status: 'CANCELLED', cancelledOn: '2020-07-06' },
    on: { '2020-05-01': 'OPEN_OVERDUE', '2020-07-05': 'OPEN_OVERDUE', '2020-07-06': 'CANCELLED' },
  },
  'assigned and done on one day': {
    task: { deadline: deadlineRow(), status: 'DONE', completedOn: '2020-03-02' },
    on: { '2020-03-01': null, '2020-03-02': 'DONE_ON_TIME' },
  },
};

describe.each(Object.entries(cases))('a task %s', (_, { task, on }) => {
  test.each(Object.entries(on))('is by %s: %s', (day, outcome) => {
    expect(taskOutcome(taskRow(task), day)).toBe(outcome);
  });
});

test('the table reaches every outcome', () => {
  const reached = new Set(Object.values(cases).flatMap(({ on }) => Object.values(on)));
  expect(taskOutcomes.filter((outcome) => !reached.has(outcome))).toEqual([]);
});

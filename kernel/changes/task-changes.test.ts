import { describe, expect, test } from 'vitest';
import { deadlineRow, taskRow } from '../../tests/support/rows.ts';
import { endOfTime, type TaskRow } from '../store/rows.ts';
import { meetingDay } from './meeting-day.ts';
import { taskChanges } from './task-changes.ts';

const days = { since: '2020-08-04', now: '2020-09-07' };
const weekly = deadlineRow({ latest: null, precision: 'NONE', recurrence: 'WEEKLY' });

function task(id: string, given: Partial<TaskRow> = {}): TaskRow {
  return taskRow({ _id: id, assignedOn: days.since, ...given });
}
const became = (of: TaskRow) => taskChanges([of], [], days).map(({ kind }) => kind);

describe('an assignment of the briefing before', () => {
  test.each([
    ['without a date', {}, 'STILL_OPEN'],
    ['recurring', { deadline: weekly, dueOn: endOfTime }, 'STILL_OPEN'],
    ['due on the day of this meeting', { dueOn: '2020-09-07' }, 'STILL_OPEN'],
    ['due the day before it', { dueOn: '2020-09-06' }, 'FALLEN_OVERDUE'],
    ['due on the day of the meeting before', { dueOn: '2020-08-04' }, 'FALLEN_OVERDUE'],
    ['overdue already then', { assignedOn: '2020-03-02', dueOn: '2020-08-03' }, 'STILL_OPEN'],
    ['completed on the day of this meeting', { completedOn: '2020-09-07' }, 'DONE'],
    ['completed late', { dueOn: '2020-08-10', completedOn: '2020-09-01' }, 'DONE'],
    ['completed later', { completedOn: '2020-09-08' }, 'STILL_OPEN'],
    [
      'completed later, and overdue by now',
      { dueOn: '2020-08-10', completedOn: '2020-09-08' },
      'FALLEN_OVERDUE',
    ],
    ['called off later', { cancelledOn: '2020-09-08' }, 'STILL_OPEN'],
  ] satisfies [string, Partial<TaskRow>, string][])('%s', (_, given, kind) => {
    expect(became(task('a', given))).toEqual([kind]);
  });

  test('that was called off is none of these', () => {
    expect(became(task('a', { cancelledOn: '2020-09-07' }))).toEqual([]);
  });

  test('that was not yet assigned on the day of an earlier briefing is none of these', () => {
    expect(became(task('a', { assignedOn: '2020-09-08' }))).toEqual([]);
  });
});

test('the assignments of this briefing are new and come first; outcomes are of its day', () => {
  const changes = taskChanges([task('old')], [task('new', { completedOn: '2020-09-07' })], days);
  expect(changes.map(({ kind, task: { _id, asOf } }) => [kind, _id, asOf])).toEqual([
    ['NEW', 'new', '2020-09-07'],
    ['STILL_OPEN', 'old', '2020-09-07'],
  ]);
});

test('the day of a meeting is the documents’, else the last of the period', () => {
  expect(meetingDay('2020-Q3')).toBe('2020-09-07');
  expect(meetingDay('2021-02')).toBe('2021-02-28');
});

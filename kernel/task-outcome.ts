import type { QueryFilter } from 'mongoose';
import type { LocalDate } from './local-date.ts';
import { endOfTime, type TaskRow } from './store/rows.ts';
import type { TaskOutcome } from './vocabulary.ts';

type Dated = Pick<TaskRow, 'assignedOn' | 'completedOn' | 'cancelledOn' | 'dueOn' | 'deadline'>;

/**
 * What had become of a task by the end of a day; null before it was assigned. The first overdue day is the one after the
 * deadline's latest. What was completed or cancelled later counts as open on that day.
 */
export function taskOutcome(task: Dated, asOf: LocalDate): TaskOutcome | null {
  if (task.assignedOn > asOf) return null;
  if (task.cancelledOn !== null && task.cancelledOn <= asOf) return 'CANCELLED';
  const hasDate = task.dueOn !== endOfTime;
  if (task.completedOn !== null && task.completedOn <= asOf) {
    if (!hasDate) return 'DONE_WITHOUT_DEADLINE';
    return task.completedOn <= task.dueOn ? 'DONE_ON_TIME' : 'DONE_LATE';
  }
  if (task.deadline?.recurrence != null) return 'RECURRING';
  if (!hasDate) return 'OPEN_WITHOUT_DEADLINE';
  return asOf > task.dueOn ? 'OPEN_OVERDUE' : 'OPEN_IN_TERM';
}

/** The same rules as MongoDB conditions, so that the database filters and pages by outcome. */
export function outcomeFilter(outcome: TaskOutcome, asOf: LocalDate): QueryFilter<TaskRow> {
  const by = (field: 'completedOn' | 'cancelledOn') => ({ [field]: { $ne: null, $lte: asOf } });
  const notBy = (field: 'completedOn' | 'cancelledOn') => ({
    $or: [{ [field]: null }, { [field]: { $gt: asOf } }],
  });
  const done = [notBy('cancelledOn'), by('completedOn')];
  const open = [notBy('cancelledOn'), notBy('completedOn')];
  const dated = { dueOn: { $ne: endOfTime } };
  const undated = { dueOn: endOfTime };
  const recurring = { 'deadline.recurrence': { $ne: null } };
  const once = { $or: [{ deadline: null }, { 'deadline.recurrence': null }] };
  switch (outcome) {
    case 'CANCELLED':
      return by('cancelledOn');
    case 'DONE_WITHOUT_DEADLINE':
      return { $and: [...done, undated] };
    case 'DONE_ON_TIME':
      return { $and: [...done, dated, { $expr: { $lte: ['$completedOn', '$dueOn'] } }] };
    case 'DONE_LATE':
      return { $and: [...done, dated, { $expr: { $gt: ['$completedOn', '$dueOn'] } }] };
    case 'RECURRING':
      return { $and: [...open, recurring] };
    case 'OPEN_WITHOUT_DEADLINE':
      return { $and: [...open, once, undated] };
    case 'OPEN_OVERDUE':
      return { $and: [...open, once, { dueOn: { $lt: asOf } }] };
    case 'OPEN_IN_TERM':
      return { $and: [...open, once, dated, { dueOn: { $gte: asOf } }] };
  }
}

import type { LocalDate } from '../local-date.ts';
import type { TaskRow } from '../store/rows.ts';
import { taskOutcome } from '../task-outcome.ts';
import type { TaskChangeKind } from '../vocabulary.ts';

export interface TaskChange {
  readonly kind: TaskChangeKind;
  /** Its outcome is told for the day of the later meeting. */
  readonly task: TaskRow & { readonly asOf: LocalDate };
}

/**
 * What became of assignments from the meeting of one briefing to that of another: those of this briefing are new; those of
 * the other are done, have fallen overdue since, or are still open. What was called off, and what was not yet assigned
 * on the day of this briefing (where it is the earlier of the two), is none of these and left out.
 * @param before all tasks of the other briefing. @param after all of this one. @param days of their meetings.
 */
export function taskChanges(
  before: readonly TaskRow[],
  after: readonly TaskRow[],
  days: { readonly since: LocalDate; readonly now: LocalDate },
): TaskChange[] {
  const changed = (kind: TaskChangeKind, task: TaskRow) => ({ kind, task: { ...task, asOf: days.now } });
  return [
    ...after.map((task) => changed('NEW', task)),
    ...before.flatMap((task) => {
      const kind = whatBecame(task, days.since, days.now);
      return kind === null ? [] : [changed(kind, task)];
    }),
  ];
}

function whatBecame(task: TaskRow, since: LocalDate, now: LocalDate): TaskChangeKind | null {
  switch (taskOutcome(task, now)) {
    case null:
    case 'CANCELLED':
      return null;
    case 'DONE_ON_TIME':
    case 'DONE_LATE':
    case 'DONE_WITHOUT_DEADLINE':
      return 'DONE';
    case 'OPEN_OVERDUE':
      return taskOutcome(task, since) === 'OPEN_OVERDUE' ? 'STILL_OPEN' : 'FALLEN_OVERDUE';
    case 'OPEN_IN_TERM':
    case 'OPEN_WITHOUT_DEADLINE':
    case 'RECURRING':
      return 'STILL_OPEN';
  }
}

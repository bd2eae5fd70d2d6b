import type { LocalDate } from './local-date.ts';
import type { TaskStatus } from './vocabulary.ts';

/** What is known of a task on a day. */
export interface StateNote {
  readonly notedOn: LocalDate;
  readonly status: TaskStatus;
}
export interface TaskState {
  readonly status: TaskStatus;
  readonly completedOn: LocalDate | null;
  readonly cancelledOn: LocalDate | null;
}

/**
 * A task's state by its notes: that of the latest, and where there is none, the one it was assigned with.
 * @param notes in the order of their days.
 * @param declared what its record says; its day of completion counts where the status is DONE.
 */
export function taskState(
  declared: { readonly status: TaskStatus; readonly completedOn: LocalDate | null },
  notes: readonly StateNote[],
): TaskState {
  const status = notes.at(-1)?.status ?? declared.status;
  return {
    status,
    completedOn: status === 'DONE' ? (declared.completedOn ?? lastTurnTo('DONE', notes)) : null,
    cancelledOn: status === 'CANCELLED' ? lastTurnTo('CANCELLED', notes) : null,
  };
}

/** The day of the first note since which all say `status`: what was done, reopened and done again was done then. */
function lastTurnTo(status: TaskStatus, notes: readonly StateNote[]): LocalDate | null {
  const other = notes.findLastIndex((note) => note.status !== status);
  return notes[other + 1]?.notedOn ?? null;
}

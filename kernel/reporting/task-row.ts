import type { TaskInput } from '../../generated/kernel.ts';
import { meetingDay } from '../changes/meeting-day.ts';
import { digested } from '../load/rows-from-data.ts';
import { parseLocalDate } from '../local-date.ts';
import { endOfTime, type TaskRow } from '../store/rows.ts';
import { taskState } from '../task-state.ts';
import type { StatementContext } from './save-statements.ts';
import { agencyCodes, deadlineRowOf, indicatorCodes, provinceCodes, statementId } from './statement-parts.ts';
import { bilingualOf } from './read-text.ts';

/** The row of a reported task; null where it has faults. */
export function taskRowOf(input: TaskInput, context: StatementContext): TaskRow | null {
  const { edition, batch, index, faults } = context;
  const { addressedTo = 'NO_PROVINCE', status = 'OPEN' } = input;
  const id = statementId('task', input.id, context);
  const title = faults.read(index, 'title', () => bilingualOf(input.title));
  const assignedBy =
    input.assignedBy == null
      ? null
      : faults.read(index, 'assignedBy', () => bilingualOf(input.assignedBy ?? { vi: '' }));
  const assignedOn = faults.read(index, 'assignedOn', () =>
    input.assignedOn == null ? meetingDay(edition) : parseLocalDate(input.assignedOn),
  );
  const deadline =
    input.deadline == null || assignedOn === null
      ? null
      : faults.read(index, 'deadline', () => deadlineRowOf(input.deadline ?? { asPrinted: '' }, assignedOn));
  const parts = {
    leadUnits: agencyCodes('leadUnits', input.leadUnits, context),
    coordinatingUnits: agencyCodes('coordinatingUnits', input.coordinatingUnits ?? [], context),
    provinces: provinceCodes('provinces', input.provinces ?? [], context),
    indicators: indicatorCodes('indicators', input.indicators ?? [], context),
  };
  if ((addressedTo === 'SOME_PROVINCES') !== (input.provinces ?? []).length > 0)
    faults.add(index, 'provinces', 'must be named where addressedTo is SOME_PROVINCES, and only there');
  if (input.leadUnits.length === 0) faults.add(index, 'leadUnits', 'must name who leads');
  const completedOn = completionOf(input, context);
  if (status === 'CANCELLED')
    faults.add(index, 'status', 'a task is called off by a note of its progress, once it is published');
  if (completedOn !== null && assignedOn !== null && completedOn < assignedOn)
    faults.add(index, 'completedOn', `lies before the assignment on ${assignedOn}`);
  if (title === null || assignedOn === null) return null;
  return {
    _id: id,
    ...digested({
      title,
      ...parts,
      addressedTo,
      assignedOn,
      assignedBy,
      deadline,
      dueOn: deadline?.latest ?? endOfTime,
      ...taskState({ status, completedOn }, []),
      progress: [],
    }),
    origin: 'TEAM',
    batch,
    edition,
    document: null,
    ordinal: index,
    citation: null,
  };
}

function completionOf(
  { status, completedOn }: TaskInput,
  { index, faults }: StatementContext,
): string | null {
  if ((status === 'DONE') !== (completedOn != null))
    faults.add(index, 'completedOn', 'must be given where the status is DONE, and only there');
  return completedOn == null ? null : faults.read(index, 'completedOn', () => parseLocalDate(completedOn));
}

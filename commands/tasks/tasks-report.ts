import { dateParts, daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import { taskOutcomes, type Bilingual, type Language, type TaskOutcome } from '../../kernel/vocabulary.ts';
import type { OwedTask } from './owed-tasks.ts';

const outcomeWords: Readonly<Record<TaskOutcome, Readonly<Record<Language, string>>>> = {
  OPEN_OVERDUE: { VI: 'quá hạn', EN: 'overdue' },
  OPEN_IN_TERM: { VI: 'trong hạn', EN: 'in term' },
  OPEN_WITHOUT_DEADLINE: { VI: 'không định ngày', EN: 'without a date' },
  RECURRING: { VI: 'thường xuyên', EN: 'recurring' },
  DONE_ON_TIME: { VI: 'xong đúng hạn', EN: 'done on time' },
  DONE_LATE: { VI: 'xong muộn', EN: 'done late' },
  DONE_WITHOUT_DEADLINE: { VI: 'đã xong', EN: 'done' },
  CANCELLED: { VI: 'đã hủy', EN: 'cancelled' },
};

const nobody: Bilingual = { vi: 'Chưa nêu đơn vị', en: 'No unit named' };

/** Who owes what on a day, as text: by unit, what has been due longest first. A task of several units stands under each. */
export function tasksReport(asOf: LocalDate, tasks: readonly OwedTask[], language: Language): string {
  const words = language === 'EN' ? 'en' : 'vi';
  const byUnit = new Map<string, OwedTask[]>();
  for (const task of tasks)
    for (const unit of task.leadUnits.length > 0 ? task.leadUnits : [nobody])
      byUnit.set(unit[words], [...(byUnit.get(unit[words]) ?? []), task]);
  const { year, month, day } = dateParts(asOf);
  const head =
    language === 'EN'
      ? `On ${asOf}: ${tasks.length} ${tasks.length === 1 ? 'task' : 'tasks'}`
      : `Ngày ${day}/${month}/${year}: ${tasks.length} nhiệm vụ`;
  const parts = [...byUnit].map(
    ([unit, owed]) =>
      `${unit} (${countsText(owed, language)})\n${owed.map((task) => line(task, asOf, language)).join('\n')}`,
  );
  return [tasks.length === 0 ? head : `${head} (${countsText(tasks, language)})`, ...parts].join('\n\n');
}

/** "12 quá hạn, 8 trong hạn". */
function countsText(tasks: readonly OwedTask[], language: Language): string {
  return [...new Set([...pressing, ...taskOutcomes])]
    .map((outcome) => ({ outcome, count: tasks.filter((task) => task.outcome === outcome).length }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${count} ${outcomeWords[outcome][language]}`)
    .join(', ');
}

/** What presses most first. */
const pressing: readonly TaskOutcome[] = [
  'OPEN_OVERDUE',
  'OPEN_IN_TERM',
  'RECURRING',
  'OPEN_WITHOUT_DEADLINE',
];

function line(
  { title, deadline, latest, outcome, place }: OwedTask,
  asOf: LocalDate,
  language: Language,
): string {
  const due = [deadline, latest === null ? null : distance(outcome, daysBetween(latest, asOf), language)]
    .filter((part) => part !== null)
    .join(', ');
  const what = title[language === 'EN' ? 'en' : 'vi'];
  return `  ${outcomeWords[outcome][language]}${due === '' ? '' : ` (${due})`}: ${what}${place === null ? '' : `  [${place}]`}`;
}

/** How late an overdue task is, and how long one in term still has. @param past days since its last day in time. */
function distance(outcome: TaskOutcome, past: number, language: Language): string | null {
  const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`;
  if (outcome === 'OPEN_OVERDUE') return language === 'EN' ? `${days(past)} late` : `muộn ${past} ngày`;
  if (outcome !== 'OPEN_IN_TERM') return null;
  if (past === 0) return language === 'EN' ? 'due today' : 'hạn là hôm nay';
  return language === 'EN' ? `${days(-past)} left` : `còn ${-past} ngày`;
}

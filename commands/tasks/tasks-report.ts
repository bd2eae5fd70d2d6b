import { dateParts, daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import type { Language, TaskOutcome } from '../../kernel/vocabulary.ts';
import type { OwedTask } from './owed-tasks.ts';

const outcomeWords: Readonly<Record<TaskOutcome, Readonly<Record<Language, string>>>> = {
  OPEN_OVERDUE: { VI: 'quá hạn', EN: 'overdue' },
  OPEN_IN_TERM: { VI: 'trong hạn', EN: 'in term' },
  OPEN_WITHOUT_DEADLINE: { VI: 'không có hạn', EN: 'no deadline' },
  RECURRING: { VI: 'thường xuyên', EN: 'recurring' },
  DONE_ON_TIME: { VI: 'xong đúng hạn', EN: 'done on time' },
  DONE_LATE: { VI: 'xong muộn', EN: 'done late' },
  DONE_WITHOUT_DEADLINE: { VI: 'đã xong', EN: 'done' },
  CANCELLED: { VI: 'đã hủy', EN: 'cancelled' },
};

/** Who owes what on a day, as text: by unit, what has been due longest first. */
export function tasksReport(asOf: LocalDate, tasks: readonly OwedTask[], language: Language): string {
  const words = language === 'EN' ? 'en' : 'vi';
  const nobody = { vi: 'Chưa nêu đơn vị', en: 'No unit named' };
  const byUnit = new Map<string, OwedTask[]>();
  for (const task of tasks)
    for (const unit of task.leadUnits.length > 0 ? task.leadUnits : [nobody])
      byUnit.set(unit[words], [...(byUnit.get(unit[words]) ?? []), task]);
  const { year, month, day } = dateParts(asOf);
  const head =
    language === 'EN'
      ? `On ${asOf}: ${tasks.length} tasks`
      : `Ngày ${day}/${month}/${year}: ${tasks.length} nhiệm vụ`;
  const parts = [...byUnit].map(
    ([unit, owed]) => `${unit}\n${owed.map((task) => line(task, asOf, language)).join('\n')}`,
  );
  return [head, ...parts].join('\n\n');
}

function line(
  { title, deadline, latest, outcome, place }: OwedTask,
  asOf: LocalDate,
  language: Language,
): string {
  const days = latest === null ? 0 : daysBetween(latest, asOf);
  const late = language === 'EN' ? `${days} ${days === 1 ? 'day' : 'days'} late` : `muộn ${days} ngày`;
  const due = [deadline, outcome === 'OPEN_OVERDUE' ? late : null].filter((part) => part !== null).join(', ');
  const what = title[language === 'EN' ? 'en' : 'vi'];
  return `  ${outcomeWords[outcome][language]}${due === '' ? '' : ` (${due})`}: ${what}${place === null ? '' : `  [${place}]`}`;
}

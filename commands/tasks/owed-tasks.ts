import type { LocalDate } from '../../kernel/local-date.ts';
import { agencies } from '../../kernel/registers/agencies.ts';
import { taskOutcome } from '../../kernel/task-outcome.ts';
import type { Bilingual, TaskOutcome } from '../../kernel/vocabulary.ts';
import type { SectorRecords } from '../reports/report-records.ts';

/** A task as somebody owes it on a day. */
export interface OwedTask {
  readonly sector: string;
  readonly id: string;
  readonly title: Bilingual;
  readonly leadUnits: readonly Bilingual[];
  readonly deadline: string | null;
  /** The last day in time; null where no date is printed. */
  readonly latest: LocalDate | null;
  readonly outcome: TaskOutcome;
  /** 2020-03-02-conclusions-q1-2020:39 */
  readonly place: string | null;
}

/** The tasks with these outcomes on a day, by due day, those without one last. */
export function owedTasks(
  asOf: LocalDate,
  outcomes: readonly TaskOutcome[],
  sectors: readonly Pick<SectorRecords, 'sector' | 'tasks'>[],
): readonly OwedTask[] {
  return sectors
    .flatMap(({ sector, tasks }) =>
      tasks.flatMap((task) => {
        const outcome = taskOutcome(task, asOf);
        if (outcome === null || !outcomes.includes(outcome)) return [];
        const owed: OwedTask & { readonly dueOn: LocalDate } = {
          sector: sector.code,
          id: task._id,
          title: task.title,
          leadUnits: task.leadUnits.map((code) => agencies.get(code).name),
          deadline: task.deadline?.asPrinted ?? null,
          latest: task.deadline?.latest ?? null,
          outcome,
          place: task.citation === null ? null : `${task.citation.document}:${task.citation.line}`,
          dueOn: task.dueOn,
        };
        return [owed];
      }),
    )
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.id.localeCompare(b.id))
    .map(({ dueOn: _, ...task }) => task);
}

import { citedPlaces } from './cited-places.ts';
import type { SectorToProve } from './sector-to-prove.ts';

/** How much there is to prove, by kind of record; for reports. */
export type RecordCounts = Readonly<Record<string, number>>;

export function countRecords(sectors: readonly SectorToProve[]): RecordCounts {
  const counts: Record<string, number> = {};
  const add = (kind: string, count: number) => {
    counts[kind] = (counts[kind] ?? 0) + count;
  };
  for (const data of sectors) {
    for (const from of data.documents) {
      add('observations', from.observations.length);
      add('comparisons', from.observations.flatMap(({ record }) => record.comparisons).length);
      add('targets', from.targets.length);
      add('tasks', from.tasks.length);
      add('deadlines', [...from.tasks, ...from.targets].filter(({ record }) => record.deadline).length);
      add('progress notes', from.tasks.flatMap(({ record }) => record.progress).length);
      add('highlights', from.highlights.length);
      add('meetings', from.meeting === null ? 0 : 1);
      add('legal documents', from.legalDocuments.length);
      add('exclusions', from.exclusions.length);
    }
    add('cited places', citedPlaces(data).length);
  }
  return counts;
}

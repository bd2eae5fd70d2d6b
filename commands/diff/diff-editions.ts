import { evidenceOf } from '../../kernel/auditor/figures/evidence.ts';
import { levelOf } from '../../kernel/auditor/figures/level-of.ts';
import { meetingDay } from '../../kernel/changes/meeting-day.ts';
import { observationChanges, type ObservationChange } from '../../kernel/changes/observation-changes.ts';
import { taskChanges, type TaskChange } from '../../kernel/changes/task-changes.ts';
import type { Sector } from '../../kernel/sectors.ts';
import type { IndicatorRow } from '../../kernel/store/rows.ts';
import { editionRows } from '../reports/edition-rows.ts';
import type { SectorRecords } from '../reports/report-records.ts';

/** What a sector says otherwise in one briefing than in another. */
export interface SectorDiff {
  readonly sector: Sector;
  readonly observations: readonly ObservationChange[];
  readonly tasks: readonly TaskChange[];
  readonly indicator: (code: string) => IndicatorRow;
}

/** The difference, by sector. */
export function diffEditions(
  since: string,
  edition: string,
  sectors: readonly SectorRecords[],
): readonly SectorDiff[] {
  const days = { since: meetingDay(since), now: meetingDay(edition) };
  return sectors.map(({ sector, indicators, observations, tasks }) => {
    const catalogue = new Map(indicators.map((indicator) => [indicator._id, indicator]));
    const evidence = evidenceOf(catalogue, observations);
    const levels = (of: string) => editionRows(observations, of).map((row) => levelOf(row, evidence).row);
    return {
      sector,
      observations: observationChanges(levels(since), levels(edition)),
      tasks: taskChanges(editionRows(tasks, since), editionRows(tasks, edition), days),
      indicator(code) {
        const found = catalogue.get(code);
        if (found === undefined) throw new Error(`the catalogue has no indicator ${code}`);
        return found;
      },
    };
  });
}

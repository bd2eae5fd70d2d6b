import { evidenceOf } from '../../kernel/auditor/figures/evidence.ts';
import { levelOf } from '../../kernel/auditor/figures/level-of.ts';
import { meetingDay } from '../../kernel/changes/meeting-day.ts';
import { observationChanges, type ObservationChange } from '../../kernel/changes/observation-changes.ts';
import { taskChanges, type TaskChange } from '../../kernel/changes/task-changes.ts';
import { readSectorRows } from '../../kernel/load/load-sector.ts';
import { readSectors, type Sector } from '../../kernel/sectors.ts';
import type { IndicatorRow } from '../../kernel/store/rows.ts';

/** What a sector says otherwise in one briefing than in another. */
export interface SectorDiff {
  readonly sector: Sector;
  readonly observations: readonly ObservationChange[];
  readonly tasks: readonly TaskChange[];
  readonly indicator: (code: string) => IndicatorRow;
}

/** The difference, by sector, from the data files. Refuses a sector that does not exist, and a briefing with itself. */
export function diffEditions(since: string, edition: string, only: string | null): readonly SectorDiff[] {
  if (since === edition) throw new Error(`name two briefings, but both are ${edition}`);
  const all = readSectors();
  const sectors = all.filter(({ folder }) => only === null || folder === only);
  if (sectors.length === 0)
    throw new Error(
      `there is no sector ${JSON.stringify(only)}; there are ${all.map(({ folder }) => folder).join(', ')}`,
    );
  const days = { since: meetingDay(since), now: meetingDay(edition) };
  return sectors.map((sector) => {
    const { indicators, observations, tasks } = readSectorRows(sector).rows;
    const catalogue = new Map(indicators.map((indicator) => [indicator._id, indicator]));
    const evidence = evidenceOf(catalogue, observations);
    const levels = (of: string) => inOrder(observations, of).map((row) => levelOf(row, evidence).row);
    return {
      sector,
      observations: observationChanges(levels(since), levels(edition)),
      tasks: taskChanges(inOrder(tasks, since), inOrder(tasks, edition), days),
      indicator(code) {
        const found = catalogue.get(code);
        if (found === undefined) throw new Error(`the catalogue has no indicator ${code}`);
        return found;
      },
    };
  });
}

interface Placed {
  readonly edition: string;
  readonly document: string | null;
  readonly ordinal: number;
}

/** The edition's rows in the order of its documents. */
function inOrder<Row extends Placed>(rows: readonly Row[], edition: string): Row[] {
  return rows
    .filter((row) => row.edition === edition)
    .sort((a, b) => (a.document ?? '').localeCompare(b.document ?? '') || a.ordinal - b.ordinal);
}

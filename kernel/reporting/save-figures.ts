import type { ObservationInput } from '../../generated/kernel.ts';
import type { Catalogue } from '../data-files/read-sector-data.ts';
import { todayInHanoi } from '../local-date.ts';
import type { Desk, Saved, SaveRequest } from './desk.ts';
import { bringDraft, savingBatch } from './draft-records.ts';
import { figureRow } from './figure-row.ts';
import { readFigureInput, type GivenFigure } from './read-figure-input.ts';
import { RecordFaults, refuseCount } from './record-faults.ts';
import { changeSection } from './section-change.ts';

/** Saves figures as a draft: all of them, or, with every fault told (INVALID_RECORDS), none. */
export async function saveFigures(desk: Desk, request: SaveRequest<ObservationInput>): Promise<Saved> {
  const { store, sector, catalogue, by } = desk;
  const { edition, version, given } = request;
  const figures = readFigures(given, catalogue);
  let ids: readonly string[] = [];
  const change = await changeSection(
    store,
    { edition, version, by, action: 'SAVE_OBSERVATIONS' },
    async (session, section) => {
      const batch = savingBatch(section);
      const rows = figures.map(({ figure, precision, comparisons }) =>
        figureRow(
          figure,
          { sector, catalogue, edition, batch, knownFrom: todayInHanoi() },
          precision,
          comparisons,
        ),
      );
      const brought = await bringDraft(store.observations, rows, section, { session, key: 'vintageKey' });
      ids = brought.ids;
      return brought.worked;
    },
  );
  return { ...change, ids };
}

function readFigures(given: readonly ObservationInput[], catalogue: Catalogue): readonly GivenFigure[] {
  refuseCount(given.length);
  const faults = new RecordFaults();
  const seen = new Map<string, number>();
  const figures = given.flatMap((input, index) => {
    const read = readFigureInput(input, index, catalogue, faults);
    if (read === null) return [];
    const { indicator, period, province, agency, scope, status } = read.figure;
    const key = [indicator, period, province, agency, scope, status === 'FORECAST'].join('|');
    const other = seen.get(key);
    if (other !== undefined) faults.add(index, 'indicator', `is the same figure as record ${other + 1}`);
    seen.set(key, index);
    return [read];
  });
  faults.throwIfAny();
  return figures;
}

import type { ObservationRow, SectionRow } from '../../store/rows.ts';
import type { SectorStore } from '../../store/sector-store.ts';
import { visibilityOf, visibleFigures } from '../../store/visibility.ts';

/** By the series' key: the published figure of the latest period, as last restated. */
export type LastFigures = ReadonlyMap<string, ObservationRow>;

/** From the rows of the data files, where no database runs. */
export function lastOfRows(rows: readonly ObservationRow[]): LastFigures {
  const last = new Map<string, ObservationRow>();
  for (const row of rows) {
    const before = last.get(row.seriesKey);
    if (before === undefined || isLater(row, before)) last.set(row.seriesKey, row);
  }
  return last;
}

/** @param withProvinces whether figures of single provinces are looked for as well. */
export async function lastOfStore(store: SectorStore, withProvinces: boolean): Promise<LastFigures> {
  const sections = await store.sections.find().lean<SectionRow[]>();
  const rows = await store.observations
    .aggregate<{ row: ObservationRow }>([
      {
        $match: {
          ...visibleFigures(visibilityOf(sections, false)),
          ...(withProvinces ? {} : { province: null }),
          supersededFrom: null,
        },
      },
      {
        $group: {
          _id: '$seriesKey',
          row: {
            $top: { sortBy: { periodEnd: -1, periodStart: 1, knownFrom: -1, _id: 1 }, output: '$$ROOT' },
          },
        },
      },
    ])
    .allowDiskUse(true);
  return new Map(rows.map(({ row }) => [row.seriesKey, row]));
}

function isLater(a: ObservationRow, b: ObservationRow): boolean {
  if (a.periodEnd !== b.periodEnd) return a.periodEnd > b.periodEnd;
  if (a.periodStart !== b.periodStart) return a.periodStart < b.periodStart;
  return a.knownFrom > b.knownFrom;
}

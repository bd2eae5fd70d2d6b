import type { IndicatorRow, ObservationRow, SectionRow } from '../../store/rows.ts';
import type { SectorStore } from '../../store/sector-store.ts';
import { visibilityOf, visibleFigures } from '../../store/visibility.ts';

/** A row to be exported, with what is said of it elsewhere. */
export interface RowToExport {
  readonly row: ObservationRow;
  readonly indicator: IndicatorRow;
  readonly published: boolean;
}

/**
 * All figures of a sector, revisions that were replaced included, edition after edition and each in the order of its
 * documents; read as they are asked for, by an index.
 * @param edition null for all of them.
 * @param drafts whether what is not published is given as well.
 */
export async function* rowsOfStore(
  store: SectorStore,
  edition: string | null,
  drafts: boolean,
): AsyncGenerator<RowToExport> {
  const sections = await store.sections.find().sort({ _id: 1 }).lean<SectionRow[]>();
  const indicators = new Map(
    (await store.indicators.find().lean<IndicatorRow[]>()).map((indicator) => [indicator._id, indicator]),
  );
  const visible = visibleFigures(visibilityOf(sections, drafts));
  const waiting = new Set(sections.flatMap(({ draft }) => draft));
  const editions = edition === null ? sections.map(({ _id }) => _id) : [edition];
  for (const one of editions) {
    const cursor = store.observations
      .find({ edition: one, ...visible } as object)
      .sort({ document: 1, ordinal: 1, _id: 1 })
      .lean<ObservationRow>()
      .cursor({ batchSize: 1000 });
    for await (const found of cursor) {
      const row = found;
      const indicator = indicators.get(row.indicator);
      if (indicator === undefined) throw new Error(`the catalogue has no indicator ${row.indicator}`);
      yield { row, indicator, published: row.batch === null || !waiting.has(row.batch) };
    }
  }
}

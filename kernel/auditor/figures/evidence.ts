import { grouped } from '../../grouped.ts';
import type { SeriesDimensions } from '../../load/observation-keys.ts';
import { compareVintages } from '../../series.ts';
import type { IndicatorRow, ObservationRow } from '../../store/rows.ts';
import { vintageKeys } from './dimensions.ts';

export type CatalogueRows = ReadonlyMap<string, IndicatorRow>;

/** What the auditor may compute from: a sector's catalogue and the observations that were fetched. */
export interface Evidence {
  readonly catalogue: CatalogueRows;
  /** The indicator of a row; throws where the catalogue lacks it, which no data file can do. */
  readonly indicator: (code: string) => IndicatorRow;
  /** The parts of an indicator, in the catalogue's order. */
  readonly components: (code: string) => readonly IndicatorRow[];
  /** Every edition and revision of a figure, oldest first. Of a stock, all those of the same day. */
  readonly vintages: (dimensions: SeriesDimensions, period: string) => readonly ObservationRow[];
  /** What was fetched of a document. */
  readonly ofDocument: (document: string) => readonly ObservationRow[];
}

/** @param rows in any order; the same row may stand there twice. */
export function evidenceOf(catalogue: CatalogueRows, rows: readonly ObservationRow[]): Evidence {
  const distinct = [...new Map(rows.map((row) => [row._id, row])).values()].sort(compareVintages);
  const byKey = grouped(distinct, ({ vintageKey }) => vintageKey);
  const byDocument = grouped(distinct, ({ document }) => document);
  const byParent = grouped([...catalogue.values()], ({ parent }) => parent);
  return {
    catalogue,
    indicator: (code) => {
      const found = catalogue.get(code);
      if (found === undefined) throw new Error(`the catalogue has no indicator ${code}`);
      return found;
    },
    components: (code) => byParent.get(code) ?? [],
    vintages: (dimensions, period) =>
      vintageKeys(dimensions, period)
        .flatMap((key) => byKey.get(key) ?? [])
        .sort(compareVintages),
    ofDocument: (document) => byDocument.get(document) ?? [],
  };
}

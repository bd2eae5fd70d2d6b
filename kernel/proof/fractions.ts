import { citedPlaces, type CitedPlace } from './cited-places.ts';
import type { SectorToProve } from './sector-to-prove.ts';

/** The figures that a sector cites with the whole they are out of: "46/63 địa phương". */
export function fractions({ documents }: Pick<SectorToProve, 'documents'>): CitedPlace[] {
  const nothingElse = {
    targets: [],
    tasks: [],
    highlights: [],
    exclusions: [],
    legalDocuments: [],
    meeting: null,
  };
  const withWhole = documents.map((from) => ({
    ...from,
    ...nothingElse,
    observations: from.observations.filter(({ record }) => record.outOf !== undefined),
  }));
  return citedPlaces({ documents: withWhole }).filter(({ kind }) => kind === 'FIGURE');
}

/**
 * True of "63 địa phương" where another record cites "46/63 địa phương": the whole may be a figure of its
 * own.
 */
export function isWholeOf(place: CitedPlace, cited: readonly CitedPlace[]): boolean {
  return cited.some(
    ({ document, line, start, end }) =>
      document === place.document && line === place.line && start < place.start && end === place.end,
  );
}

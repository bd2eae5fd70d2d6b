import type { CitationRow, ObservationRow, PlaceRow } from '../../kernel/store/rows.ts';

/** A digit of a document that some record is read from, and another that stands there in a copy. */
export interface ChangedDigit {
  readonly document: string;
  readonly line: number;
  /** In UTF-16 units of the line, from 0. */
  readonly at: number;
  readonly digit: string;
}

const decimalDigits = Array.from({ length: 10 }, (_, digit) => String(digit));

/**
 * Every change of one digit among the prints of these records: each place once, though several records are read from it ("12/20" is a
 * count and the whole that it is out of), with each of the nine other digits.
 */
export function changedDigits(rows: readonly ObservationRow[]): readonly ChangedDigit[] {
  const places = rows.flatMap(({ citation, comparisons }) =>
    [citation, ...comparisons.map((comparison) => comparison.citation)].flatMap((cited) => cited ?? []),
  );
  const digits = new Map<string, ChangedDigit>();
  for (const { document, line, start, printed } of places)
    for (const { index, 0: digit } of (printed ?? '').matchAll(/\d/gu)) {
      const at = start + index;
      digits.set(`${document}:${line}:${at}`, { document, line, at, digit });
    }
  return [...digits.values()].flatMap((place) =>
    decimalDigits.filter((digit) => digit !== place.digit).map((digit) => ({ ...place, digit })),
  );
}

/** The print of a place with the digit changed; the same where it does not hold it. */
export function printWith(
  place: Pick<PlaceRow, 'document' | 'line' | 'start' | 'printed'>,
  change: ChangedDigit,
): string | null {
  const { document, line, start, printed } = place;
  const index = change.at - start;
  const holds =
    document === change.document && line === change.line && index >= 0 && index < (printed ?? '').length;
  if (printed === null || !holds) return printed;
  return printed.slice(0, index) + change.digit + printed.slice(index + 1);
}

/** The citation with the digit changed, in its own print and in those that it also rests on. */
export function citationWith(citation: CitationRow, change: ChangedDigit): CitationRow {
  return {
    ...citation,
    printed: printWith(citation, change),
    context: citation.context.map((place) => ({
      ...place,
      printed: printWith(place, change) ?? place.printed,
    })),
  };
}

import type { UnitRecord } from '../data-files/formats.ts';
import type { LocalDate } from '../local-date.ts';
import { parsePrintedChange } from '../printed/printed-change.ts';
import { readFigure } from '../printed/printed-figure.ts';
import { behind, printedWords } from '../printed/words.ts';
import { quoted } from '../quoted.ts';
import { readDeadline } from './check-deadlines.ts';
import { citedPlaces, type CitedPlace } from './cited-places.ts';
import { clauseBefore, clauseBehind } from './clauses.ts';
import { fractions, isWholeOf } from './fractions.ts';
import type { LinesOf, ProofFault } from './proof-fault.ts';
import type { SectorToProve } from './sector-to-prove.ts';

/**
 * How many words to either side may change what a span says: "trước" before a date, "nghìn tỷ đồng" behind
 * a number.
 */
const REACH = 3;

/**
 * No span leaves out a word beside it that changes what it says: the qualifier before a figure ("khoảng"),
 * the multiplier or unit behind it, "trước" before a date. A span that is too short would be read
 * faithfully, and wrongly, by every other check.
 */
export function checkWholeReadings(
  sector: Pick<SectorToProve, 'documents' | 'catalogue'>,
  linesOf: LinesOf,
): ProofFault[] {
  const unitWords = [...sector.catalogue.units.values()].flatMap((unit: UnitRecord) => unit.printed);
  const heldOn = new Map(sector.documents.map(({ document }) => [document.id, document.heldOn]));
  const cited = fractions(sector);
  return citedPlaces(sector).flatMap((place) => {
    const line = linesOf(place.document)?.[place.line - 1];
    if (line === undefined || place.printed === undefined || isWholeOf(place, cited)) return [];
    const fault = leftOutFault(place, place.printed, line, unitWords, heldOn.get(place.document) ?? '');
    return fault === null ? [] : [{ check: 'WHOLE_READINGS' as const, at: place.at, fault }];
  });
}

function leftOutFault(
  place: CitedPlace,
  printed: string,
  line: string,
  unitWords: readonly string[],
  heldOn: LocalDate,
): string | null {
  const meaning = meaningOf(place.kind, heldOn);
  const own = meaning?.(printed) ?? null;
  if (meaning === null || own === null) return null;
  for (const longer of longerReadings(line, place)) {
    const other = meaning(longer);
    if (other !== null && other !== own)
      return `${quoted(printed)} leaves out words that change it: ${quoted(longer)}`;
  }
  const following = printedWords(clauseBehind(line, place.end)) ?? '';
  const unit = unitWords.find((word) => word !== '%' && behind(following, word) !== null);
  const figure = place.kind === 'FIGURE' ? readFigure(printed) : null;
  if (figure !== null && !figure.percent && figure.unitWords === '' && unit !== undefined)
    return `${quoted(printed)} leaves out its unit ${quoted(unit)}`;
  return null;
}

/** What a span of that kind says, as a text to compare by; null where it says nothing that can be read. */
function meaningOf(kind: CitedPlace['kind'], heldOn: LocalDate): ((text: string) => string | null) | null {
  if (kind === 'FIGURE') return figureMeaning;
  if (kind === 'CHANGE') return changeMeaning;
  if (kind !== 'DEADLINE') return null;
  return (text) => {
    const read = readDeadline(text, heldOn);
    return read && JSON.stringify(read);
  };
}

function figureMeaning(text: string): string | null {
  const read = readFigure(text);
  if (read === null) return null;
  const { qualifier, value, lower, upper, outOf, percent } = read;
  return JSON.stringify([qualifier, value, lower, upper, outOf, percent]);
}

function changeMeaning(text: string): string | null {
  try {
    const { direction, qualifier, unit, stated } = parsePrintedChange(text);
    return JSON.stringify([direction, qualifier, unit, stated]);
  } catch {
    return null;
  }
}

/** The span with up to three words more before, behind, and both, within its clause. */
export function longerReadings(line: string, { start, end }: Pick<CitedPlace, 'start' | 'end'>): string[] {
  const before = [start, ...wordStarts(clauseBefore(line, start))];
  const after = [end, ...wordEnds(clauseBehind(line, end)).map((offset) => end + offset)];
  return before.flatMap((from) =>
    after.flatMap((to) => (from === start && to === end ? [] : [line.slice(from, to)])),
  );
}

/** Where the last three words begin, the nearest first; what touches the span is no word of its own. */
function wordStarts({ text, offset }: ReturnType<typeof clauseBefore>): number[] {
  return [...text.matchAll(/\S+/gu)]
    .map(({ index }) => offset + index)
    .reverse()
    .slice(0, REACH);
}

function wordEnds(text: string): number[] {
  return [...text.matchAll(/\S+/gu)].map(({ index, 0: word }) => index + word.length).slice(0, REACH);
}

import { quoted } from '../quoted.ts';
import { citedPlaces, type CitedPlace } from './cited-places.ts';
import { fractions, isWholeOf } from './fractions.ts';
import { digitRuns, type Token } from './number-tokens.ts';
import type { LinesOf, ProofFault } from './proof-fault.ts';
import type { SectorToProve } from './sector-to-prove.ts';

/**
 * Every span lies in its line, holds what is given as printed, and cuts no word or number in two. Documents
 * whose text is not at hand are passed over.
 */
export function checkSpans(sector: Pick<SectorToProve, 'documents'>, linesOf: LinesOf): ProofFault[] {
  const cited = fractions(sector);
  return citedPlaces(sector).flatMap((place) => {
    const lines = linesOf(place.document);
    if (lines === null) return [];
    const fault = faultOf(place, lines[place.line - 1], cited);
    const where = `${place.record}, line ${place.line}, ${place.start} to ${place.end}`;
    return fault === null ? [] : [{ check: 'SPANS' as const, at: place.at, fault: `${where}: ${fault}` }];
  });
}

function faultOf(place: CitedPlace, line: string | undefined, cited: readonly CitedPlace[]): string | null {
  if (line === undefined) return 'the document has no such line';
  const { start, end, printed } = place;
  if (start >= end || end > line.length) return `does not lie in the line, which has ${line.length} units`;
  const text = line.slice(start, end);
  if (printed !== undefined && text !== printed.normalize('NFC'))
    return `must hold ${quoted(printed)}, but holds ${quoted(text)}`;
  if (text !== text.trim()) return `begins or ends with a blank: ${quoted(text)}`;
  if (cutsWord(line, start) || cutsWord(line, end)) return `cuts a word in two: ${quoted(text)}`;
  const cut = digitRuns(line).find((run) => isCut(run, start) || isCut(run, end));
  if (cut !== undefined && !isWholeOf(place, cited))
    return `cuts the number ${cut.text} in two: ${quoted(text)}`;
  return null;
}

function cutsWord(line: string, at: number): boolean {
  return /[\p{L}\p{M}\p{N}]$/u.test(line.slice(0, at)) && /^[\p{L}\p{M}\p{N}]/u.test(line.slice(at));
}

function isCut(run: Token, at: number): boolean {
  return run.start < at && at < run.end;
}

import { fromDecimal128, toDecimal128, type Decimal } from '../../kernel/decimal.ts';
import { parsePrintedChange, type PrintedChange } from '../../kernel/printed/printed-change.ts';
import { readFigure, type PrintedFigure } from '../../kernel/printed/printed-figure.ts';
import type { ComparisonRow, ObservationRow } from '../../kernel/store/rows.ts';
import { citationWith, type ChangedDigit } from './changed-digits.ts';

/** The records as they would be read from the copy. UNREADABLE where one of them cannot be read from it any more. */
export function rowsWith(
  rows: readonly ObservationRow[],
  change: ChangedDigit,
): readonly ObservationRow[] | 'UNREADABLE' {
  const changed: ObservationRow[] = [];
  for (const row of rows) {
    const read = rowWith(row, change);
    if (read === 'UNREADABLE') return 'UNREADABLE';
    changed.push(read);
  }
  return changed;
}

function rowWith(row: ObservationRow, change: ChangedDigit): ObservationRow | 'UNREADABLE' {
  const comparisons: ComparisonRow[] = [];
  for (const comparison of row.comparisons) {
    const read = comparisonWith(comparison, change);
    if (read === 'UNREADABLE') return 'UNREADABLE';
    comparisons.push(read);
  }
  if (row.citation === null) return { ...row, comparisons };
  const citation = citationWith(row.citation, change);
  const [was, is] = [row.citation, citation].map(({ printed }) => printed);
  if (was == null || is == null || was === is)
    return sameRow(row, comparisons) ? row : { ...row, citation, comparisons };
  const before = readFigure(was);
  if (before === null) return row;
  const after = readFigure(is);
  if (after === null || before.qualifier !== after.qualifier) return 'UNREADABLE';
  return { ...row, ...figureFields(row, before, after), citation, comparisons };
}

function sameRow(row: ObservationRow, comparisons: readonly ComparisonRow[]): boolean {
  return row.comparisons.every((comparison, index) => comparison === comparisons[index]);
}

/** What stands in the record in the place of what is printed: a context's unit may be left out of the print ("55 tỷ"). */
function figureFields(row: ObservationRow, before: PrintedFigure, after: PrintedFigure) {
  const moved = (field: 'value' | 'lower' | 'upper' | 'outOf') => {
    const [held, from, to] = [row[field], before[field], after[field]];
    if (held === null || from === null || to === null) return held;
    return toDecimal128(inUnitOf(fromDecimal128(held), from, to));
  };
  return {
    value: moved('value'),
    lower: moved('lower'),
    upper: moved('upper'),
    outOf: moved('outOf'),
    resolution: row.resolution === null || after.resolution === null ? null : toDecimal128(after.resolution),
    multiplied: after.multiplied,
  };
}

function inUnitOf(held: Decimal, from: Decimal, to: Decimal): Decimal {
  return from.isZero() || held.eq(from) ? to : to.times(held).div(from);
}

function comparisonWith(comparison: ComparisonRow, change: ChangedDigit): ComparisonRow | 'UNREADABLE' {
  if (comparison.citation === null) return comparison;
  const citation = citationWith(comparison.citation, change);
  const [was, is] = [comparison.citation, citation].map(({ printed }) => printed);
  if (was == null || is == null || was === is) return comparison;
  const [before, after] = [readChange(was), readChange(is)];
  if (before === null || comparison.stated === null) return comparison;
  if (after?.stated == null) return 'UNREADABLE';
  const stated = fromDecimal128(comparison.stated).lt(0) ? after.stated.negated() : after.stated;
  return { ...comparison, stated: toDecimal128(stated), citation };
}

function readChange(printed: string): PrintedChange | null {
  try {
    return parsePrintedChange(printed);
  } catch {
    // What cannot be read as a change is refused where it is loaded; here it is one of the outcomes.
    return null;
  }
}

import { fromDecimal128, toDecimal128 } from '../../decimal.ts';
import { sumOfIntervals, sumOfValues } from '../arithmetic/sum.ts';
import type { ObservationRow } from '../../store/rows.ts';
import { sameGroup } from './dimensions.ts';
import type { Evidence } from './evidence.ts';
import type { HeldFigure } from './held-figure.ts';
import { printedFigure } from './printed-figure.ts';

/**
 * The total of an additive indicator that a document speaks of and does not print, from its parts: all of them printed in the same
 * edition, for the same time and group. It keeps the row's identity and its comparisons, and has no citation, for nobody printed it.
 * Null where the indicator is not additive or a part is not printed.
 */
export function derivedTotal(row: ObservationRow, evidence: Evidence): HeldFigure | null {
  const components = evidence.components(row.indicator);
  if (!evidence.indicator(row.indicator).additive || components.length === 0) return null;
  const parts = components.flatMap((component) => {
    const part = evidence
      .vintages(sameGroup(row, component), row.period)
      .findLast(
        (held) => held.edition === row.edition && held.supersededFrom === null && held.value !== null,
      );
    return part === undefined ? [] : [printedFigure(part, evidence)];
  });
  if (parts.length < components.length) return null;
  const value = sumOfValues(parts.flatMap((part) => (part.value === null ? [] : [part.value])));
  return {
    row: derivedRow(row, toDecimal128(value)),
    value: fromDecimal128(toDecimal128(value)),
    interval: sumOfIntervals(parts.map(({ interval }) => interval)),
    operands: parts.map((part) => part.row),
    impliedBy: null,
  };
}

function derivedRow(row: ObservationRow, value: ObservationRow['value']): ObservationRow {
  return {
    ...row,
    value,
    lower: null,
    upper: null,
    qualifier: 'EXACT',
    resolution: null,
    multiplied: false,
    status: 'DERIVED',
    citation: null,
  };
}

import type { Sector } from '../kernel/sectors.ts';

const figure = 'id value display asPrinted period { id } indicator { code name } interval { lower upper }';
const place = 'citation { document { id } line start end }';
const comparison = `comparisons { id stated asPrinted ${place} }`;
const judged = `comparisons { id stated asPrinted computed interval { lower upper } readings { unit verdict } verdict slip
  explanation baseObservation { value } ${place} }`;
const checks = `checks { id kind subject { id } operands { id value } stated computed interval { lower upper } verdict slip explanation ${place} }`;
const others = `tasks(asOf: "2020-08-04") { id title outcome } highlights { text } targets { text value }`;

/** The whole briefing of all sectors with every list, and the same with every change judged and every check made. */
export function briefingQueries(sectors: readonly Sector[], period: string) {
  const whole = (ofFigure: string, more: string) =>
    `{ briefing(period: "${period}") { period ${sectors
      .map(
        ({ field }) =>
          `${field} { state observations(first: 1000) { ${figure} ${place} ${ofFigure} } ${others} ${more} }`,
      )
      .join(' ')} } }`;
  return { plain: whole(comparison, ''), audited: whole(judged, checks) };
}

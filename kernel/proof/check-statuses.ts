import type { ObservationRecord } from '../data-files/formats.ts';
import { quoted } from '../quoted.ts';
import { clauseBefore } from './clauses.ts';
import type { LinesOf, ProofFault } from './proof-fault.ts';
import type { SectorToProve } from './sector-to-prove.ts';

/** Words between "ước" and its figure: "ước đến cuối năm 2022 đạt 21,7 triệu". */
const REACH = 8;
const NEAR = 2;

/** A figure is an estimate or a forecast where "ước" stands before it in its clause, and only there. */
export function checkStatuses(
  { documents }: Pick<SectorToProve, 'documents'>,
  linesOf: LinesOf,
): ProofFault[] {
  return documents.flatMap(({ document, observations }) =>
    observations.flatMap(({ record, at }) => {
      const line = linesOf(document.id)?.[record.cite.line - 1];
      const fault = line === undefined ? null : statusFault(record, line);
      return fault === null ? [] : [{ check: 'STATUSES' as const, at, fault }];
    }),
  );
}

export function statusFault({ status, cite }: ObservationRecord, line: string): string | null {
  if (cite.printed === undefined) return null;
  const words = `${clauseBefore(line, cite.start).text} ${cite.printed.split(/\d/u)[0] ?? ''}`
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const isEstimate = status === 'ESTIMATED' || status === 'FORECAST';
  // Further off, "ước" may be said of the figure before this one; so it is needed within the clause and refused only beside.
  if (isEstimate && !words.slice(-REACH).includes('ước'))
    return `status is ${status}, but no "ước" stands before ${quoted(cite.printed)}`;
  if (!isEstimate && words.slice(-NEAR).includes('ước'))
    return `status is ${status}, but "ước" stands before ${quoted(cite.printed)}`;
  return null;
}

import { auditStatedChange } from '../../kernel/auditor/audit-stated-change.ts';
import { findingsIn } from '../../kernel/auditor/checks-of.ts';
import type { Evidence } from '../../kernel/auditor/figures/evidence.ts';
import type { HeldFigure } from '../../kernel/auditor/figures/held-figure.ts';
import type { Verdict } from '../../kernel/auditor/verdicts.ts';
import type { ObservationRow } from '../../kernel/store/rows.ts';

/** A verdict, and the records that it rests on. */
export interface ToldFinding {
  readonly id: string;
  readonly verdict: Verdict;
  readonly restsOn: readonly string[];
  /** The document gives a direction only ("giảm nhẹ"), so that the numbers hardly matter. */
  readonly inWords: boolean;
}

/** Everything that the auditor says of these records. */
export function toldFindings(rows: readonly ObservationRow[], evidence: Evidence): readonly ToldFinding[] {
  return rows.flatMap((row) => [
    ...row.comparisons.map((comparison): ToldFinding => {
      const { verdict, baseObservation } = auditStatedChange({ comparison, of: row }, evidence);
      return {
        id: comparison.id,
        verdict,
        restsOn: [row._id, ...recordsOf(baseObservation)],
        inWords: comparison.stated === null,
      };
    }),
    ...findingsIn(row, evidence).map(({ id, verdict, subject, operands }): ToldFinding => {
      const records = [subject, ...operands].map(({ _id }) => _id);
      return { id, verdict, restsOn: records, inWords: false };
    }),
  ]);
}

function recordsOf(base: HeldFigure | null): readonly string[] {
  if (base === null) return [];
  return [base.row, ...base.operands].map(({ _id }) => _id);
}

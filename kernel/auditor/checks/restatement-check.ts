import type { ObservationRow } from '../../store/rows.ts';
import { dimensionsOf, vintageKeys } from '../figures/dimensions.ts';
import type { Evidence } from '../figures/evidence.ts';
import { isKnown } from '../figures/held-figure.ts';
import { levelOf } from '../figures/level-of.ts';
import { findingId, type CheckRule, type Finding } from './check-rule.ts';
import { sameFigure } from './same-figure.ts';

/**
 * RESTATEMENT: a figure against the one that was last known of it, from an earlier edition or revision. INCONSISTENT says that the figure
 * has changed, not that the change is wrong: a revision may have its reason (IMF Data Quality Assessment Framework: revisions are
 * to be told and explained).
 */
export const restatementCheck: CheckRule = {
  kind: 'RESTATEMENT',
  keys: (row) => vintageKeys(dimensionsOf(row), row.period),
  findings: (row, evidence) => {
    const before = lastKnownBefore(row, evidence);
    const found = before && sameFigure(row, before, evidence);
    if (!before || !found) return [];
    const { verdict, ...rest } = found;
    const finding: Finding = {
      id: findingId(row, 'RESTATEMENT', null),
      kind: 'RESTATEMENT',
      subject: row,
      operands: [before],
      ...rest,
      verdict,
      slip: null,
      explanation: {
        vi: `Số đã biết từ kỳ ${before.edition}: ${found.explanation.vi}`,
        en: `The figure known from the edition ${before.edition}: ${found.explanation.en}`,
      },
      citation: row.citation,
    };
    return [finding];
  },
};

/** Of what was known earlier, or on the same day in an earlier revision, the last. */
function lastKnownBefore(row: ObservationRow, evidence: Evidence): ObservationRow | null {
  const vintages = evidence.vintages(dimensionsOf(row), row.period);
  const at = vintages.findIndex(({ _id }) => _id === row._id);
  const earlier = vintages
    .slice(0, Math.max(at, 0))
    .filter((held) => held.edition !== row.edition || held.revision !== row.revision)
    .filter((held) => isKnown(levelOf(held, evidence)));
  return earlier.at(-1) ?? null;
}

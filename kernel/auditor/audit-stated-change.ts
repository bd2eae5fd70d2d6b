import { auditComparison, type AuditedComparison } from './audit-comparison.ts';
import { heldBase } from './base-key.ts';
import type { Evidence } from './figures/evidence.ts';
import type { StatedChange } from './figures/held-figure.ts';
import { levelOf } from './figures/level-of.ts';
import { siblingBase } from './sibling-base.ts';

/** Audits a stated change: finds its two figures among what was fetched (baseKeys and componentKeys tell what to fetch), and compares. */
export function auditStatedChange(change: StatedChange, evidence: Evidence): AuditedComparison {
  return auditComparison({
    comparison: change.comparison,
    of: levelOf(change.of, evidence),
    base: heldBase(change, evidence) ?? siblingBase(change, evidence),
    indicator: evidence.indicator(change.of.indicator),
  });
}

import type { ObservationRow } from '../store/rows.ts';
import { baseKeys, componentKeys } from './base-key.ts';
import type { CheckRule, Finding } from './checks/check-rule.ts';
import { cumulativeCheck } from './checks/cumulative-check.ts';
import { impliedBaseCheck } from './checks/implied-base-check.ts';
import { incrementCheck } from './checks/increment-check.ts';
import { ratioCheck } from './checks/ratio-check.ts';
import { repeatedCheck } from './checks/repeated-check.ts';
import { restatementCheck } from './checks/restatement-check.ts';
import { shareCheck } from './checks/share-check.ts';
import { sumCheck } from './checks/sum-check.ts';
import type { CatalogueRows, Evidence } from './figures/evidence.ts';

const rules: readonly CheckRule[] = [
  sumCheck,
  shareCheck,
  ratioCheck,
  incrementCheck,
  cumulativeCheck,
  repeatedCheck,
  restatementCheck,
  impliedBaseCheck,
];

/**
 * The vintage keys of everything that the checks and the comparisons of these rows compute from: bases, parts, numerators and
 * denominators, months, and the rows' own other editions. One query of the observations by these keys is enough for all of them.
 */
export function neededKeys(rows: readonly ObservationRow[], catalogue: CatalogueRows): readonly string[] {
  const keys = rows.flatMap((row) => [
    ...row.comparisons.flatMap((comparison) => baseKeys({ comparison, of: row }, catalogue)),
    ...componentKeys(row, row.period, catalogue),
    ...rules.flatMap((rule) => rule.keys(row, catalogue)),
  ]);
  return [...new Set(keys)];
}

/** Everything that the catalogue's structure lets be checked of one figure. Nothing is listed case by case. @param evidence of neededKeys. */
export function findingsIn(row: ObservationRow, evidence: Evidence): readonly Finding[] {
  return rules.flatMap((rule) => rule.findings(row, evidence));
}

import { fromDecimal128 } from '../../decimal.ts';
import { auditComparison } from '../audit-comparison.ts';
import { baseKeys, componentKeys, heldBase } from '../base-key.ts';
import { levelOf } from '../figures/level-of.ts';
import { siblingBase } from '../sibling-base.ts';
import { findingId, type CheckRule, type Finding } from './check-rule.ts';

/**
 * INCREMENT: two statements of one change, from a base that nobody prints, against the level: 157 stations, 85 more, "120%". The sharper
 * of the two gives the base, 157 − 85 = 72, and the other is computed from it. Where the base is printed, each is a comparison of its own.
 */
export const incrementCheck: CheckRule = {
  kind: 'INCREMENT',
  keys: (row, catalogue) => [
    ...componentKeys(row, row.period, catalogue),
    ...row.comparisons.flatMap((comparison) => baseKeys({ comparison, of: row }, catalogue)),
  ],
  findings: (row, evidence) =>
    row.comparisons.flatMap((comparison, index): readonly Finding[] => {
      const change = { comparison, of: row };
      if (comparison.stated === null || heldBase(change, evidence) !== null) return [];
      const base = siblingBase(change, evidence);
      if (base === null) return [];
      const of = levelOf(row, evidence);
      const indicator = evidence.indicator(row.indicator);
      const { computed, interval, verdict, slip, explanation } = auditComparison({
        comparison,
        of,
        base,
        indicator,
      });
      return [
        {
          id: findingId(row, 'INCREMENT', String(index + 1)),
          kind: 'INCREMENT',
          subject: row,
          operands: of.operands,
          stated: fromDecimal128(comparison.stated),
          computed,
          interval,
          verdict,
          slip,
          explanation,
          citation: comparison.citation,
        },
      ];
    }),
};

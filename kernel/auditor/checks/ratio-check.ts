import { Decimal } from '../../decimal.ts';
import type { CheckRule } from './check-rule.ts';
import { quotientFinding, quotientKeys } from './quotient-check.ts';

const [one, hundred] = [new Decimal(1), new Decimal(100)];

/** RATIO: one quantity over another that it is no part of: in percent, which may pass 100, or as a plain ratio (lines per household). */
export const ratioCheck: CheckRule = {
  kind: 'RATIO',
  keys: quotientKeys,
  findings: (row, evidence) => {
    const indicator = evidence.indicator(row.indicator);
    const { kind } = indicator.unit;
    if (kind === 'SHARE' || indicator.numerators.length === 0) return [];
    const factor = kind === 'PERCENT' ? hundred : one;
    const finding = quotientFinding('RATIO', row, indicator, factor, evidence);
    return finding === null ? [] : [finding];
  },
};

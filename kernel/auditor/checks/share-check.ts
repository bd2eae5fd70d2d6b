import { Decimal } from '../../decimal.ts';
import type { CheckRule } from './check-rule.ts';
import { shareBeyond } from './part-of-whole.ts';
import { quotientFinding, quotientKeys } from './quotient-check.ts';

const hundred = new Decimal(100);

/** SHARE: a share of a whole, in percent, against the counts that the catalogue names for it, and against the whole itself. */
export const shareCheck: CheckRule = {
  kind: 'SHARE',
  keys: quotientKeys,
  findings: (row, evidence) => {
    const indicator = evidence.indicator(row.indicator);
    if (indicator.unit.kind !== 'SHARE') return [];
    const computed =
      indicator.numerators.length === 0 ? null : quotientFinding('SHARE', row, indicator, hundred, evidence);
    return [...(computed === null ? [] : [computed]), ...shareBeyond(row, evidence)];
  },
};

import { chooseVintage, componentKeys } from '../base-key.ts';
import { sameGroup } from '../figures/dimensions.ts';
import { printedFigure } from '../figures/printed-figure.ts';
import type { CheckRule } from './check-rule.ts';
import { sumFinding } from './sum-finding.ts';

/**
 * SUM: the printed parts of an additive indicator against its printed total, for the same time and group. A part that is not held (a
 * catalogue may gain one) makes it a lower bound; a total whose parts fall short of it for that reason is no finding.
 */
export const sumCheck: CheckRule = {
  kind: 'SUM',
  keys: (row, catalogue) => componentKeys(row, row.period, catalogue),
  findings: (row, evidence) => {
    const components = evidence.components(row.indicator);
    if (!evidence.indicator(row.indicator).additive || components.length === 0) return [];
    const terms = components.flatMap((component) => {
      const vintages = evidence.vintages(sameGroup(row, component), row.period);
      const part = chooseVintage(
        row,
        vintages.filter(({ value }) => value !== null),
      );
      return part === null ? [] : [printedFigure(part, evidence)];
    });
    const missing = components.length - terms.length;
    const finding = sumFinding({ kind: 'SUM', row, of: null, terms, missing }, evidence);
    return finding === null || finding.verdict === 'BASE_MISSING' ? [] : [finding];
  },
};

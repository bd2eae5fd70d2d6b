import { chooseVintage, componentKeys } from '../base-key.ts';
import { sameGroup } from '../figures/dimensions.ts';
import { printedFigure } from '../figures/printed-figure.ts';
import type { CheckRule } from './check-rule.ts';
import { partKeys, partsBeyond } from './part-of-whole.ts';
import { sumFinding } from './sum-finding.ts';

/**
 * SUM: the printed parts of an additive indicator against its printed total, for the same time and group. A part that is not held (a
 * catalogue may gain one) makes it a lower bound; a total whose parts fall short of it for that reason is no finding. Of a total that its parts need not
 * make up, each part is held against it by itself (part-of-whole.ts).
 */
export const sumCheck: CheckRule = {
  kind: 'SUM',
  keys: (row, catalogue) => [...componentKeys(row, row.period, catalogue), ...partKeys(row, catalogue)],
  findings: (row, evidence) => {
    const components = evidence.components(row.indicator);
    if (!evidence.indicator(row.indicator).additive) return partsBeyond(row, evidence);
    if (components.length === 0) return [];
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

import type { IndicatorRow, ObservationRow } from '../../store/rows.ts';
import { parseTimePeriod } from '../../time-period/parse.ts';
import { addMonths } from '../../local-date.ts';
import { periodOfMonths, wholeMonths } from '../../time-period/time-period.ts';
import { isYearToDate } from '../../time-period/year-to-date.ts';
import { chooseVintage } from '../base-key.ts';
import { dimensionsOf, sameGroup, vintageKeys } from '../figures/dimensions.ts';
import type { CatalogueRows, Evidence } from '../figures/evidence.ts';
import type { HeldFigure } from '../figures/held-figure.ts';
import { printedFigure } from '../figures/printed-figure.ts';
import type { CheckRule } from './check-rule.ts';
import { sumFinding } from './sum-finding.ts';

/**
 * CUMULATIVE: a figure since January against its months, and against the one a month before plus the last month. The month's indicator
 * is the flow of the same unit whose code the cumulative one continues: `postal.revenue` of `postal.revenue.year-to-date`.
 */
export const cumulativeCheck: CheckRule = {
  kind: 'CUMULATIVE',
  keys: (row, catalogue) => {
    const monthly = monthlyOf(row, catalogue);
    const periods = monthsOf(row);
    if (monthly === null || periods === null) return [];
    const { months, before } = periods;
    return [
      ...months.flatMap((month) => vintageKeys(sameGroup(row, monthly), month)),
      ...(before === null ? [] : vintageKeys(dimensionsOf(row), before)),
    ];
  },
  findings: (row, evidence) => {
    const monthly = monthlyOf(row, evidence.catalogue);
    const periods = monthsOf(row);
    if (monthly === null || periods === null) return [];
    const { months, before } = periods;
    const held = months.map((month) => heldIn(month, row, monthly, evidence));
    const terms = held.filter((figure) => figure !== null);
    const last = held.at(-1) ?? null;
    const indicator = evidence.indicator(row.indicator);
    const earlier = before === null ? null : heldIn(before, row, indicator, evidence);
    const missing = months.length - terms.length;
    return [
      sumFinding({ kind: 'CUMULATIVE', row, of: 'months', terms, missing }, evidence),
      earlier !== null && last !== null
        ? sumFinding({ kind: 'CUMULATIVE', row, of: 'step', terms: [earlier, last], missing: 0 }, evidence)
        : null,
    ].filter((finding) => finding !== null);
  },
};

/** The indicator of the single months; null where the catalogue has none of the same unit. */
function monthlyOf({ indicator: code }: ObservationRow, catalogue: CatalogueRows): IndicatorRow | null {
  const indicator = catalogue.get(code);
  const monthly = catalogue.get(code.slice(0, code.lastIndexOf('.')));
  if (indicator?.basis !== 'YEAR_TO_DATE' || monthly?.basis !== 'FLOW') return null;
  return monthly.unit.code === indicator.unit.code ? monthly : null;
}

/** The months since January, and the period that ends a month before; null of a period that is not of whole months since January. */
function monthsOf(row: ObservationRow): { months: readonly string[]; before: string | null } | null {
  const period = parseTimePeriod(row.period);
  const count = wholeMonths(period.start, period.end);
  if (!isYearToDate(period) || count === null) return null;
  return {
    months: Array.from({ length: count }, (_, index) => periodOfMonths(addMonths(period.start, index), 1).id),
    before: count === 1 ? null : periodOfMonths(period.start, count - 1).id,
  };
}

function heldIn(
  period: string,
  row: ObservationRow,
  indicator: IndicatorRow,
  evidence: Evidence,
): HeldFigure | null {
  const vintages = evidence.vintages(sameGroup(row, indicator), period).filter(({ value }) => value !== null);
  const chosen = chooseVintage(row, vintages);
  return chosen && printedFigure(chosen, evidence);
}

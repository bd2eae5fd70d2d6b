import { Decimal } from '../../decimal.ts';
import { displayFigure } from '../../display-figure.ts';
import { figureOf } from '../../figure.ts';
import type { Interval } from '../../interval/interval.ts';
import type { IndicatorRow, ObservationRow } from '../../store/rows.ts';
import { chooseVintage } from '../base-key.ts';
import { inBoth } from '../explanation/number-text.ts';
import { sameGroup, vintageKeys } from '../figures/dimensions.ts';
import type { CatalogueRows, Evidence } from '../figures/evidence.ts';
import type { HeldFigure } from '../figures/held-figure.ts';
import { printedFigure } from '../figures/printed-figure.ts';
import { findingId, type Finding } from './check-rule.ts';

/** Where the parts of a total that need not add up to it are looked for; none of what does not add up at all, as shares. */
export function partKeys(row: ObservationRow, catalogue: CatalogueRows): readonly string[] {
  const total = catalogue.get(row.indicator);
  if (total === undefined) return [];
  return partsOf(total, [...catalogue.values()]).flatMap((part) =>
    vintageKeys(sameGroup(row, part), row.period),
  );
}

/**
 * A part cannot be more than its whole, whether or not the parts that are printed make up all of it: phones among exports. Told only where it
 * is: that a part is less than its whole says nothing about either.
 */
export function partsBeyond(row: ObservationRow, evidence: Evidence): readonly Finding[] {
  const whole = printedFigure(row, evidence);
  const total = evidence.indicator(row.indicator);
  return partsOf(total, evidence.components(row.indicator)).flatMap((component) => {
    const vintages = evidence.vintages(sameGroup(row, component), row.period);
    const chosen = chooseVintage(
      row,
      vintages.filter(({ value }) => value !== null),
    );
    if (chosen === null) return [];
    const part = printedFigure(chosen, evidence);
    return liesAbove(part.interval, whole.interval) ? [beyond(part, whole, component, total)] : [];
  });
}

function partsOf(total: IndicatorRow, components: readonly IndicatorRow[]): readonly IndicatorRow[] {
  const { unit, additive, _id } = total;
  if (additive || (unit.kind !== 'COUNT' && unit.kind !== 'CURRENCY')) return [];
  return components.filter((part) => part.parent === _id && part.unit.code === unit.code);
}

function liesAbove(part: Interval, whole: Interval): boolean {
  return part.lower !== null && whole.upper !== null && part.lower.gt(whole.upper);
}

function beyond(part: HeldFigure, whole: HeldFigure, component: IndicatorRow, total: IndicatorRow): Finding {
  const { row } = whole;
  return {
    id: findingId(row, 'SUM', component._id),
    kind: 'SUM',
    subject: row,
    operands: [part.row],
    stated: whole.value,
    computed: part.value,
    interval: part.interval,
    verdict: 'INCONSISTENT',
    slip: null,
    explanation: inBoth((language) => {
      const [ofPart, ofWhole] = [part, whole].map((figure) =>
        displayFigure(figureOf(figure.row), total.unit, language),
      );
      return language === 'VI'
        ? `Một phần không thể vượt toàn bộ: "${component.name.vi}" là ${ofPart ?? ''}, "${total.name.vi}" chỉ là ${ofWhole ?? ''}.`
        : `A part cannot be more than its whole: "${component.name.en}" is ${ofPart ?? ''}, and "${total.name.en}" only ${ofWhole ?? ''}.`;
    }),
    citation: row.citation,
  };
}

const whole = new Decimal(100);

/** A share of a whole above 100% cannot be, whatever it is computed from. */
export function shareBeyond(row: ObservationRow, evidence: Evidence): readonly Finding[] {
  const { value, interval } = printedFigure(row, evidence);
  if (value === null || !value.gt(whole)) return [];
  const { unit } = evidence.indicator(row.indicator);
  return [
    {
      id: findingId(row, 'SHARE', 'whole'),
      kind: 'SHARE',
      subject: row,
      operands: [],
      stated: value,
      computed: null,
      interval,
      verdict: 'INCONSISTENT',
      slip: null,
      explanation: inBoth((language) => {
        const share = displayFigure(figureOf(row), unit, language);
        return language === 'VI'
          ? `Một phần không thể vượt toàn bộ: đã nêu ${share}, quá 100%.`
          : `A part cannot be more than its whole: ${share} is stated, which is above 100%.`;
      }),
      citation: row.citation,
    },
  ];
}

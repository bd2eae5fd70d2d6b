import type { Evidence } from '../../kernel/auditor/figures/evidence.ts';
import type { HeldFigure } from '../../kernel/auditor/figures/held-figure.ts';
import type { NeighbouringChange } from '../../kernel/auditor/neighbouring-changes.ts';
import { formatDecimal } from '../../kernel/decimal.ts';
import { displayFigure } from '../../kernel/display-figure.ts';
import { figureSubject } from '../../kernel/figure-subject.ts';
import { figureOf } from '../../kernel/figure.ts';
import { periodLabel } from '../../kernel/time-period/label.ts';
import { parseTimePeriod } from '../../kernel/time-period/parse.ts';
import type { Bilingual, Language } from '../../kernel/vocabulary.ts';
import { signedChange } from '../reports/signed-change.ts';

/** Two neighbouring figures that no document compares, for people and programs. */
export interface UncomparedEntry {
  readonly sector: string;
  readonly subject: Bilingual;
  readonly before: SideEntry;
  readonly after: SideEntry;
  /** In the indicator's unit, exact. */
  readonly change: string;
  /** "−103 đài"; of percentages without a sign: "−0,2". */
  readonly changeDisplay: Bilingual;
  /** To ten significant digits; null from a base of zero. */
  readonly percent: string | null;
}

interface SideEntry {
  readonly edition: string;
  readonly period: string;
  readonly value: string | null;
  /** "9.534 đài (tháng 8/2020)" */
  readonly display: Bilingual;
  /** Null of a total that was added up. */
  readonly place: string | null;
}

export function uncomparedEntry(
  { before, after, change, percent }: NeighbouringChange,
  sector: string,
  evidence: Evidence,
): UncomparedEntry {
  const indicator = evidence.indicator(after.row.indicator);
  const { unit } = indicator;
  return {
    sector,
    subject: figureSubject(indicator, after.row),
    before: sideEntry(before, evidence),
    after: sideEntry(after, evidence),
    change: formatDecimal(change),
    changeDisplay: {
      vi: signedChange(change, unit, 'VI'),
      en: signedChange(change, unit, 'EN'),
    },
    percent: percent && formatDecimal(percent),
  };
}

function sideEntry({ row, value }: HeldFigure, evidence: Evidence): SideEntry {
  const { unit } = evidence.indicator(row.indicator);
  const period = parseTimePeriod(row.period);
  const display = (language: Language) =>
    `${displayFigure(figureOf(row), unit, language)} (${periodLabel(period, language)})`;
  return {
    edition: row.edition,
    period: row.period,
    value: value && formatDecimal(value),
    display: { vi: display('VI'), en: display('EN') },
    place: row.citation === null ? null : `${row.citation.document}:${row.citation.line}`,
  };
}

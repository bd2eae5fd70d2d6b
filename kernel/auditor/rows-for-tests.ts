import { parseDecimal, toDecimal128 } from '../decimal.ts';
import { seriesKey, vintageKey } from '../load/observation-keys.ts';
import { parsePrintedChange } from '../printed/printed-change.ts';
import { parsePrintedFigure } from '../printed/printed-figure.ts';
import type { CitationRow, ComparisonRow, ContextRow, IndicatorRow, ObservationRow } from '../store/rows.ts';
import { parseTimePeriod } from '../time-period/parse.ts';
import type { ComparisonBase, PeriodBasis, UnitKind } from '../vocabulary.ts';
import type { CatalogueRows } from './figures/evidence.ts';

/** Rows as a load makes them, from the little that a test of the auditor has to say. */
export interface IndicatorForTest {
  readonly kind?: UnitKind;
  readonly basis?: PeriodBasis;
  readonly parent?: string;
  readonly additive?: boolean;
  readonly numerators?: readonly string[];
  readonly denominators?: readonly string[];
  readonly unit?: string;
}

const units: Readonly<Record<UnitKind, { symbol: string; vi: string; en: string }>> = {
  COUNT: { symbol: 'cái', vi: 'cái', en: 'things' },
  CURRENCY: { symbol: '₫', vi: 'đồng', en: 'dong' },
  SHARE: { symbol: '%', vi: 'phần trăm của tổng', en: 'percent of a whole' },
  PERCENT: { symbol: '%', vi: 'phần trăm', en: 'percent' },
  RATIO: { symbol: 'x', vi: 'trên một hộ', en: 'per household' },
};

export function catalogueOf(entries: Readonly<Record<string, IndicatorForTest>>): CatalogueRows {
  return new Map(
    Object.entries(entries).map(([code, entry], ordinal) => [code, indicatorRow(code, ordinal, entry)]),
  );
}

function indicatorRow(code: string, ordinal: number, entry: IndicatorForTest): IndicatorRow {
  const kind = entry.kind ?? 'COUNT';
  const { symbol, ...name } = units[kind];
  return {
    _id: code,
    ordinal,
    name: { vi: code, en: code },
    description: { vi: code, en: code },
    unit: { code: entry.unit ?? kind, symbol, name, kind, per: null, printed: [name.vi] },
    basis: entry.basis ?? 'FLOW',
    leadUnit: null,
    parent: entry.parent ?? null,
    additive: entry.additive ?? false,
    numerators: [...(entry.numerators ?? [])],
    denominators: [...(entry.denominators ?? [])],
    digest: '',
  };
}

export interface ComparisonForTest {
  /** "giảm 9,6%": direction, unit, number and qualifier are read from it. */
  readonly printed: string;
  readonly period?: string;
  readonly base?: ComparisonBase;
}
export interface ObservationForTest {
  readonly indicator: string;
  readonly period: string;
  /** "7,39 nghìn tỷ"; nothing is stated without it. */
  readonly printed?: string;
  readonly basis?: PeriodBasis;
  readonly edition?: string;
  readonly knownFrom?: string;
  readonly province?: string;
  readonly revision?: number;
  readonly supersededFrom?: string;
  readonly forecast?: boolean;
  readonly role?: ObservationRow['role'];
  readonly line?: number;
  readonly context?: readonly ContextRow[];
  readonly comparisons?: readonly ComparisonForTest[];
}

export function observationRow(entry: ObservationForTest): ObservationRow {
  const { indicator, edition = '2020-07', line = 1, forecast = false, revision = 0 } = entry;
  const period = parseTimePeriod(entry.period);
  const basis = entry.basis ?? 'FLOW';
  const province = entry.province ?? null;
  const series = seriesKey({ indicator, basis, province, agency: null, scope: null, forecast });
  const key = vintageKey(series, period.id);
  const id = `TEST:observation:${edition}:${key}${revision === 0 ? '' : `:revision=${revision}`}`;
  const figure = entry.printed === undefined ? null : parsePrintedFigure(entry.printed);
  const stored = (value: { toFixed: () => string } | null | undefined) =>
    value == null ? null : toDecimal128(parseDecimal(value.toFixed()));
  return {
    _id: id,
    digest: '',
    seriesKey: series,
    vintageKey: key,
    indicator,
    basis,
    period: period.id,
    periodStart: period.start,
    periodEnd: period.end,
    inferred: null,
    province,
    agency: null,
    scope: null,
    forecast,
    value: stored(figure?.value),
    lower: stored(figure?.lower),
    upper: stored(figure?.upper),
    qualifier: figure?.qualifier ?? 'NOT_STATED',
    resolution: stored(figure?.resolution),
    multiplied: figure?.multiplied ?? false,
    outOf: stored(figure?.outOf),
    status: 'REPORTED',
    role: entry.role ?? 'MAIN',
    comparisons: (entry.comparisons ?? []).map((comparison, index) =>
      comparisonRow(`${id}:comparison:${index + 1}`, comparison),
    ),
    edition,
    document: `document-${edition}`,
    revision,
    revised: null,
    knownFrom: entry.knownFrom ?? '2020-08-04',
    supersededFrom: entry.supersededFrom ?? null,
    ordinal: line,
    citation: citationAt(line, entry.printed ?? null, entry.context, edition),
    note: null,
    replacedBy: [],
    origin: 'DATA_FILE',
    batch: null,
  };
}

function comparisonRow(id: string, { printed, period, base }: ComparisonForTest): ComparisonRow {
  const read = parsePrintedChange(printed);
  const direction = read.direction ?? 'UP';
  const signed = direction === 'DOWN' && read.unit !== 'MULTIPLE' ? read.stated?.negated() : read.stated;
  return {
    id,
    base: base ?? (period === undefined ? 'UNSTATED' : 'SINCE'),
    basePeriod: period ?? null,
    benchmark: null,
    direction,
    printedUnit: read.unit,
    qualifier: read.qualifier,
    stated: signed ? toDecimal128(signed) : null,
    citation: citationAt(1, printed, [], ''),
  };
}

function citationAt(
  line: number,
  printed: string | null,
  context: readonly ContextRow[] = [],
  edition: string,
): CitationRow {
  const document = `document-${edition}`;
  return { document, line, start: 0, end: 10, printed, context: [...context] };
}

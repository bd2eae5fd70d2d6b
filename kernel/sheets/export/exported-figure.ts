import { displayFigure } from '../../display-figure.ts';
import { formatDecimal, fromDecimal128 } from '../../decimal.ts';
import { figureOf } from '../../figure.ts';
import type { ComparisonRow, IndicatorRow, ObservationRow } from '../../store/rows.ts';
import type { Bilingual } from '../../vocabulary.ts';
import { exportColumns, type ExportColumn, type FigureColumn } from '../columns.ts';

/** What an export says of a figure, column by column: codes, and numbers as plain digits in the base unit. */
export type ExportedFigure = Readonly<
  Record<Exclude<FigureColumn, 'multiplier'> | ExportColumn | 'name' | 'unit' | 'basis', string | null>
>;

export const exportOrder = [
  'indicator',
  'name',
  'unit',
  'basis',
  'period',
  'province',
  'agency',
  'scope',
  'value',
  'lower',
  'upper',
  'outOf',
  'qualifier',
  'status',
  'note',
  ...exportColumns,
] as const satisfies readonly (keyof ExportedFigure)[];

/** The columns with numbers of figures, which the file's number format is for. */
export const numberColumns: ReadonlySet<string> = new Set(['value', 'lower', 'upper', 'outOf']);

/** @param published whether the figure is published, or waits in a draft. */
export function exportedFigure(
  row: ObservationRow,
  indicator: IndicatorRow,
  published: boolean,
): ExportedFigure {
  const { citation } = row;
  return {
    indicator: row.indicator,
    name: indicator.name.vi,
    unit: indicator.unit.code,
    basis: row.basis,
    period: row.period,
    province: row.province,
    agency: row.agency,
    scope: row.scope?.code ?? null,
    value: digits(row.value),
    lower: digits(row.lower),
    upper: digits(row.upper),
    outOf: digits(row.outOf),
    qualifier: row.qualifier,
    status: row.status,
    note: row.note,
    edition: row.edition,
    state: published ? 'PUBLISHED' : 'DRAFT',
    role: row.role,
    revision: String(row.revision),
    revisionReason: row.revised?.reason ?? null,
    knownFrom: row.knownFrom,
    supersededFrom: row.supersededFrom,
    inferred: row.inferred?.vi ?? null,
    display: displayFigure(figureOf(row), indicator.unit, 'VI'),
    document: citation?.document ?? row.document,
    line: number(citation?.line),
    start: number(citation?.start),
    end: number(citation?.end),
    printed: citation?.printed ?? null,
    id: row._id,
  };
}

export interface ExportedComparison {
  readonly id: string;
  readonly base: string;
  readonly basePeriod: string | null;
  readonly benchmark: Bilingual | null;
  readonly direction: string;
  readonly unit: string | null;
  readonly qualifier: string;
  readonly stated: string | null;
  readonly citation: ComparisonRow['citation'];
}

/** What only JSON has room for: the changes that are stated of the figure, and all that its citation rests on. */
export function exportedDetails({ comparisons, citation, revised, inferred }: ObservationRow) {
  return {
    inferred,
    revised,
    citation,
    comparisons: comparisons.map(({ printedUnit, stated, ...rest }): ExportedComparison => ({
      ...rest,
      unit: printedUnit,
      stated: digits(stated),
    })),
  };
}

function digits(stored: ObservationRow['value']): string | null {
  return stored === null ? null : formatDecimal(fromDecimal128(stored));
}

function number(value: number | undefined): string | null {
  return value === undefined ? null : String(value);
}

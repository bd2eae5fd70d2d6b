import type { Catalogue } from '../data-files/read-sector-data.ts';
import { storedDecimal, toDecimal128, type Decimal } from '../decimal.ts';
import { seriesKey, vintageKey } from '../load/observation-keys.ts';
import { digested, scopeRow } from '../load/rows-from-data.ts';
import type { LocalDate } from '../local-date.ts';
import type { Sector } from '../sectors.ts';
import type { ComparisonRow, ObservationRow } from '../store/rows.ts';
import { parseTimePeriod } from '../time-period/parse.ts';
import type { ReportedFigure } from './reported-figure.ts';

/** How a figure was written, where a team gives it as it would be printed: what its interval is computed from. */
export interface WrittenPrecision {
  readonly resolution: Decimal | null;
  readonly multiplied: boolean;
}
/** A change that a team states of a figure; its id follows from the figure's. */
export type StatedComparison = Omit<ComparisonRow, 'id' | 'citation'>;

interface FigureContext {
  readonly sector: Pick<Sector, 'code'>;
  readonly catalogue: Catalogue;
  readonly edition: string;
  /** The batch of the draft that it waits in. */
  readonly batch: string;
  /** Today in Ha Noi; once the draft is published, the day of that. */
  readonly knownFrom: LocalDate;
}

/**
 * The row of a reported figure that was checked (check-figure.ts). Its id follows from its key, so that the same figure
 * reported again is the same record; of figures that were given as exact decimals every digit counts.
 */
export function figureRow(
  figure: ReportedFigure,
  { sector, catalogue, edition, batch, knownFrom }: FigureContext,
  { resolution, multiplied }: WrittenPrecision = { resolution: null, multiplied: false },
  comparisons: readonly StatedComparison[] = [],
): ObservationRow {
  const { indicator: code, province, agency, qualifier, status, note } = figure;
  const indicator = catalogue.indicators.get(code);
  if (indicator === undefined) throw new Error(`the figure must have been checked: no indicator ${code}`);
  const { basis } = indicator;
  const period = parseTimePeriod(figure.period);
  const forecast = status === 'FORECAST';
  const series = seriesKey({ indicator: code, basis, province, agency, scope: figure.scope, forecast });
  const key = vintageKey(series, period.id);
  const id = `${sector.code}:observation:${edition}:${key}`;
  const content = digested({
    indicator: code,
    basis,
    period: period.id,
    periodStart: period.start,
    periodEnd: period.end,
    inferred: null,
    province,
    agency,
    scope: scopeRow(figure.scope, catalogue),
    forecast,
    value: storedDecimal(figure.value),
    lower: storedDecimal(figure.lower),
    upper: storedDecimal(figure.upper),
    outOf: storedDecimal(figure.outOf),
    qualifier,
    resolution: resolution === null ? null : toDecimal128(resolution),
    multiplied,
    status,
    role: 'MAIN' as const,
    comparisons: comparisons.map((comparison, index) => ({
      id: `${id}:comparison:${index + 1}`,
      ...comparison,
      citation: null,
    })),
    note,
  });
  return {
    _id: id,
    ...content,
    origin: 'TEAM',
    batch,
    seriesKey: series,
    vintageKey: key,
    edition,
    document: null,
    revision: 0,
    revised: null,
    knownFrom,
    supersededFrom: null,
    ordinal: ordinalOf(code, catalogue),
    citation: null,
    replacedBy: [],
  };
}

/** The indicators' places in the catalogue, found once: an import asks for a million. */
const ordinals = new WeakMap<Catalogue, ReadonlyMap<string, number>>();

function ordinalOf(code: string, catalogue: Catalogue): number {
  const known =
    ordinals.get(catalogue) ?? new Map([...catalogue.indicators.keys()].map((own, index) => [own, index]));
  ordinals.set(catalogue, known);
  return known.get(code) ?? known.size;
}

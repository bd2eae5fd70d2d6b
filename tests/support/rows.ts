import { toDecimal128, parseDecimal } from '../../kernel/decimal.ts';
import { seriesKey, vintageKey } from '../../kernel/load/observation-keys.ts';
import { digested } from '../../kernel/load/rows-from-data.ts';
import {
  endOfTime,
  type CitationRow,
  type DeadlineRow,
  type HighlightRow,
  type IndicatorRow,
  type ObservationRow,
  type TargetRow,
  type TaskRow,
  type UnitRow,
} from '../../kernel/store/rows.ts';
import { parseTimePeriod } from '../../kernel/time-period/parse.ts';

/*
 * Whole rows for tests that name only what they are about. Every row is valid by the collections' validators, and its keys follow
 * from its content as those of a load do.
 */
const published = { origin: 'DATA_FILE', batch: null } as const;
const bilingual = (text: string) => ({ vi: text, en: text });
export const document = '2020-08-04-briefing-july-2020';
export const citation: CitationRow = { document, line: 1, start: 0, end: 9, printed: null, context: [] };

export function unitRow(given: Partial<UnitRow> = {}): UnitRow {
  return {
    code: 'ITEM',
    symbol: 'cái',
    name: bilingual('items'),
    kind: 'COUNT',
    per: null,
    printed: [],
    ...given,
  };
}

export function indicatorRow(given: Partial<IndicatorRow> = {}): IndicatorRow {
  return digested({
    _id: 'test.figure',
    ordinal: 0,
    name: bilingual('a figure'),
    description: bilingual('a figure of tests'),
    unit: unitRow(),
    basis: 'FLOW',
    leadUnit: null,
    parent: null,
    additive: false,
    numerators: [],
    denominators: [],
    ...given,
  });
}

type GivenObservation = Partial<Omit<ObservationRow, 'value'>> & { readonly value?: string | null };

/** The figure 100 of June 2020, in the edition of July 2020, unless told otherwise. */
export function observationRow(given: GivenObservation = {}): ObservationRow {
  const { value = '100', ...fields } = given;
  const { indicator, basis, province, agency, scope, forecast, edition, revision, ...rest } = {
    indicator: 'test.figure',
    basis: 'FLOW' as const,
    province: null,
    agency: null,
    scope: null,
    forecast: false,
    edition: '2020-07',
    revision: 0,
    period: '2020-06',
    ...fields,
  };
  const period = parseTimePeriod(rest.period);
  const series = seriesKey({ indicator, basis, province, agency, scope: scope?.code ?? null, forecast });
  return digested({
    _id: `TEST:observation:${edition}:${series}@${period.id}#${revision}`,
    seriesKey: series,
    vintageKey: vintageKey(series, period.id),
    indicator,
    basis,
    province,
    agency,
    scope,
    forecast,
    edition,
    revision,
    periodStart: period.start,
    periodEnd: period.end,
    inferred: null,
    value: value === null ? null : toDecimal128(parseDecimal(value)),
    lower: null,
    upper: null,
    qualifier: 'EXACT',
    resolution: null,
    multiplied: false,
    outOf: null,
    status: forecast ? 'FORECAST' : 'REPORTED',
    role: 'MAIN',
    comparisons: [],
    document,
    revised: null,
    knownFrom: '2020-08-04',
    supersededFrom: null,
    ordinal: 0,
    citation,
    note: null,
    replacedBy: [],
    ...published,
    ...rest,
  });
}

export function deadlineRow(given: Partial<DeadlineRow> = {}): DeadlineRow {
  return {
    asPrinted: 'trước 01/5/2020',
    earliest: null,
    latest: '2020-04-30',
    precision: 'DAY',
    soft: false,
    inferred: false,
    recurrence: null,
    ...given,
  };
}

/** An open task of 2 March 2020, without a deadline unless one is given. */
export function taskRow(given: Partial<TaskRow> = {}): TaskRow {
  return digested({
    _id: 'TEST:task:2020-Q1:a',
    edition: '2020-Q1',
    document,
    ordinal: 0,
    ...published,
    citation,
    title: bilingual('a task'),
    leadUnits: [],
    coordinatingUnits: [],
    addressedTo: 'NO_PROVINCE',
    provinces: [],
    assignedOn: '2020-03-02',
    assignedBy: null,
    deadline: null,
    dueOn: given.deadline?.latest ?? endOfTime,
    status: 'OPEN',
    completedOn: null,
    cancelledOn: null,
    progress: [],
    indicators: [],
    ...given,
  });
}

export function highlightRow(given: Partial<HighlightRow> = {}): HighlightRow {
  return digested({
    _id: 'TEST:highlight:2020-07:a',
    edition: '2020-07',
    document,
    ordinal: 0,
    ...published,
    citation,
    kind: 'RESULT',
    text: bilingual('a fact'),
    provinces: [],
    agencies: [],
    indicators: [],
    ...given,
  });
}

export function targetRow(given: Partial<TargetRow> = {}): TargetRow {
  return digested({
    _id: 'TEST:target:2020-07:a',
    edition: '2020-07',
    document,
    ordinal: 0,
    ...published,
    citation,
    indicator: 'test.figure',
    text: bilingual('a target'),
    value: null,
    lower: null,
    upper: null,
    qualifier: 'NOT_STATED',
    resolution: null,
    multiplied: false,
    province: null,
    scope: null,
    leadUnits: [],
    deadline: null,
    ...given,
  });
}

import { createHash } from 'node:crypto';
import type {
  ComparisonRecord,
  ContextRecord,
  DeadlineRecord,
  HighlightRecord,
  IndicatorRecord,
  ObservationRecord,
  PlaceRecord,
  TargetRecord,
  TaskRecord,
} from '../data-files/formats.ts';
import type { Faults, Placed } from '../data-files/read-yaml.ts';
import type { Catalogue, DocumentData, SectorData } from '../data-files/read-sector-data.ts';
import { storedDecimal, toDecimal128 } from '../decimal.ts';
import { parsePrintedFigure, type PrintedFigure } from '../printed/printed-figure.ts';
import type { DocumentEntry } from '../registers/documents.ts';
import { provinces } from '../registers/provinces.ts';
import {
  endOfTime,
  type CitationRow,
  type ComparisonRow,
  type DeadlineRow,
  type HighlightRow,
  type IndicatorRow,
  type ObservationRow,
  type TargetRow,
  type TaskRow,
  type UnitRow,
} from '../store/rows.ts';
import { parseTimePeriod } from '../time-period/parse.ts';
import { taskState } from '../task-state.ts';
import { seriesKey, vintageKey } from './observation-keys.ts';

/** A sector's records of every kind, as they stand in the database. */
export interface RecordRows {
  readonly indicators: readonly IndicatorRow[];
  readonly observations: readonly ObservationRow[];
  readonly targets: readonly TargetRow[];
  readonly tasks: readonly TaskRow[];
  readonly highlights: readonly HighlightRow[];
}
/** Everything of a sector that its data files say. */
export interface SectorRows extends RecordRows {
  /** The editions in which the sector says anything, with when it was published. */
  readonly published: ReadonlyMap<string, Date>;
}

/** What the data files say is published as it stands. */
const fromDataFile = { origin: 'DATA_FILE', batch: null } as const;

/** Makes the rows; a figure that cannot be read goes to `faults`. Codes must have been checked (check-codes.ts). */
export function rowsFromData(data: SectorData, faults: Faults): SectorRows {
  const { sector, catalogue, documents } = data;
  const rows = {
    indicators: [...catalogue.indicators.values()].map((indicator, ordinal) =>
      indicatorRow(indicator, ordinal, catalogue),
    ),
    observations: documents.flatMap((from) =>
      from.observations.map((placed) => observationRow(sector.code, placed, from, catalogue, faults)),
    ),
    targets: documents.flatMap((from) =>
      from.targets.map((placed) => targetRow(sector.code, placed, from, catalogue, faults)),
    ),
    tasks: documents.flatMap((from) =>
      from.tasks.map(({ record }) => taskRow(sector.code, record, from.document)),
    ),
    highlights: documents.flatMap((from) =>
      from.highlights.map(({ record }) => highlightRow(sector.code, record, from.document)),
    ),
  };
  refuseDoubles(rows, faults);
  return { ...rows, published: publishedEditions(documents) };
}

/** Adds a fault for every id that stands twice in one of the lists. */
export function refuseDoubles(
  rows: Readonly<Record<string, readonly { readonly _id: string }[]>>,
  faults: Faults,
): void {
  for (const list of Object.values(rows)) {
    const seen = new Set<string>();
    for (const { _id } of list) {
      if (seen.has(_id)) faults.add(_id, 'stands twice in the data; give one its own scope, agency or id');
      seen.add(_id);
    }
  }
}

/** The content's digest, by which a load knows what has changed. */
export function digested<T extends object>(row: T): T & { digest: string } {
  return { ...row, digest: createHash('sha256').update(JSON.stringify(row)).digest('hex').slice(0, 32) };
}

export function citationRow(
  document: string,
  { line, start, end, printed }: PlaceRecord,
  context: readonly ContextRecord[] = [],
): CitationRow {
  return {
    document,
    line,
    start,
    end,
    printed: printed ?? null,
    context: context.map((place) => ({ document, ...place })),
  };
}

/** Orders by the place in the text; a line holds fewer than ten thousand units. */
export function ordinalOf({ line, start }: PlaceRecord): number {
  return line * 10_000 + start;
}

function unitRow(code: string, { units }: Catalogue): UnitRow {
  const unit = units.get(code);
  if (unit === undefined) throw new Error(`there is no unit ${code}`);
  return { ...unit, per: unit.per ?? null };
}

function indicatorRow(record: IndicatorRecord, ordinal: number, catalogue: Catalogue): IndicatorRow {
  const { code, unit, leadUnit, parent, ...rest } = record;
  return digested({
    _id: code,
    ordinal,
    ...rest,
    unit: unitRow(unit, catalogue),
    leadUnit: leadUnit ?? null,
    parent: parent ?? null,
  });
}

/** The group of a code that was checked. */
export function scopeRow(code: string | null | undefined, { scopes }: Catalogue): ObservationRow['scope'] {
  if (code == null) return null;
  const scope = scopes.get(code);
  if (scope === undefined) throw new Error(`there is no scope ${code}`);
  return scope;
}

function readPrinted(printed: string | undefined, at: string, faults: Faults): PrintedFigure | null {
  if (printed === undefined) return null;
  try {
    return parsePrintedFigure(printed);
  } catch (error) {
    faults.add(at, (error as Error).message);
    return null;
  }
}

function figureRow(record: ObservationRecord | TargetRecord, printed: PrintedFigure | null) {
  return {
    value: storedDecimal(record.value),
    lower: storedDecimal(record.lower),
    upper: storedDecimal(record.upper),
    qualifier: record.qualifier,
    resolution: printed?.resolution ? toDecimal128(printed.resolution) : null,
    multiplied: printed?.multiplied ?? false,
  };
}

function observationRow(
  sectorCode: string,
  { record, at }: Placed<ObservationRecord>,
  { document }: DocumentData,
  catalogue: Catalogue,
  faults: Faults,
): ObservationRow {
  const indicator = catalogue.indicators.get(record.indicator);
  const period = parseTimePeriod(record.period);
  const forecast = record.status === 'FORECAST';
  const basis = indicator?.basis ?? 'FLOW';
  const place = {
    province: record.province ?? null,
    agency: record.agency ?? null,
    scope: record.scope ?? null,
  };
  const series = seriesKey({ indicator: record.indicator, basis, ...place, forecast });
  const key = vintageKey(series, period.id);
  const id = `${sectorCode}:observation:${document.edition}:${key}`;
  return digested({
    _id: id,
    ...fromDataFile,
    seriesKey: series,
    vintageKey: key,
    indicator: record.indicator,
    basis,
    period: period.id,
    periodStart: period.start,
    periodEnd: period.end,
    inferred: record.inferred ?? null,
    province: place.province,
    agency: place.agency,
    scope: scopeRow(record.scope, catalogue),
    forecast,
    ...figureRow(record, readPrinted(record.cite.printed, at, faults)),
    outOf: storedDecimal(record.outOf),
    status: record.status,
    role: record.role,
    comparisons: record.comparisons.map((comparison, index) =>
      comparisonRow(`${id}:comparison:${index + 1}`, comparison, document),
    ),
    edition: document.edition,
    document: document.id,
    revision: 0,
    revised: null,
    knownFrom: document.issuedOn,
    supersededFrom: null,
    ordinal: ordinalOf(record.cite),
    citation: citationRow(document.id, record.cite, record.context),
    note: null,
    replacedBy: [],
  });
}

function comparisonRow(id: string, record: ComparisonRecord, document: DocumentEntry): ComparisonRow {
  return {
    id,
    base: record.base,
    basePeriod: record.period === undefined ? null : parseTimePeriod(record.period).id,
    benchmark: record.benchmark ?? null,
    direction: record.direction,
    printedUnit: record.unit ?? null,
    qualifier: record.qualifier,
    stated: storedDecimal(record.stated),
    citation: citationRow(document.id, record.cite, record.context),
  };
}

function deadlineRow(record: DeadlineRecord | undefined): DeadlineRow | null {
  if (record === undefined) return null;
  const { cite, earliest, latest, recurrence, ...rest } = record;
  return {
    asPrinted: cite.printed,
    earliest: earliest ?? null,
    latest: latest ?? null,
    recurrence: recurrence ?? null,
    ...rest,
  };
}

/** The citation of a statement with a deadline: the deadline is what it prints, and stands among the context. */
function statementCitation(
  document: string,
  { cite, context, deadline }: Pick<TaskRecord | TargetRecord, 'cite' | 'context' | 'deadline'>,
): CitationRow {
  const citation = citationRow(document, cite, context);
  if (deadline === undefined) return citation;
  citation.context.push({ for: 'DEADLINE', document, ...deadline.cite });
  return { ...citation, printed: citation.printed ?? deadline.cite.printed };
}

function targetRow(
  sectorCode: string,
  { record, at }: Placed<TargetRecord>,
  { document }: DocumentData,
  catalogue: Catalogue,
  faults: Faults,
): TargetRow {
  return digested({
    ...fromDataFile,
    _id: `${sectorCode}:target:${document.edition}:${record.id}`,
    edition: document.edition,
    document: document.id,
    indicator: record.indicator,
    text: record.text,
    ...figureRow(record, readPrinted(record.cite.printed, at, faults)),
    province: record.province ?? null,
    scope: scopeRow(record.scope, catalogue),
    leadUnits: record.leadUnits,
    deadline: deadlineRow(record.deadline),
    ordinal: ordinalOf(record.cite),
    citation: statementCitation(document.id, record),
  });
}

function taskRow(sectorCode: string, record: TaskRecord, document: DocumentEntry): TaskRow {
  const id = `${sectorCode}:task:${document.edition}:${record.id}`;
  const deadline = deadlineRow(record.deadline);
  const notes = record.progress
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .map(({ on, ...note }) => ({ ...note, notedOn: on }));
  const { status, completedOn } = record;
  return digested({
    _id: id,
    ...fromDataFile,
    edition: document.edition,
    document: document.id,
    title: record.title,
    leadUnits: record.leadUnits,
    coordinatingUnits: record.coordinatingUnits,
    addressedTo: record.addressedTo,
    provinces: record.provinces.map((code) => provinces.get(code).code),
    assignedOn: record.assignedOn ?? document.heldOn,
    assignedBy: record.assignedBy ?? null,
    deadline,
    dueOn: deadline?.latest ?? endOfTime,
    ...taskState({ status, completedOn: completedOn ?? null }, notes),
    progress: notes.map((note, index) => ({
      id: `${id}:note:${index + 1}`,
      notedOn: note.notedOn,
      text: note.text,
      status: note.status,
      madeBy: null,
      citation: citationRow(note.document, note.cite),
    })),
    indicators: record.indicators,
    ordinal: ordinalOf(record.cite),
    citation: statementCitation(document.id, record),
  });
}

function highlightRow(sectorCode: string, record: HighlightRecord, document: DocumentEntry): HighlightRow {
  return digested({
    ...fromDataFile,
    _id: `${sectorCode}:highlight:${document.edition}:${record.id}`,
    edition: document.edition,
    document: document.id,
    kind: record.kind,
    text: record.text,
    provinces: record.provinces,
    agencies: record.agencies,
    indicators: record.indicators,
    ordinal: ordinalOf(record.cite),
    citation: citationRow(document.id, record.cite, record.context),
  });
}

/** A document's report counts as published on its day, from midnight in Ha Noi; of several, on the first's. */
function publishedEditions(documents: readonly DocumentData[]): ReadonlyMap<string, Date> {
  const published = new Map<string, string>();
  for (const { document, observations, targets, tasks, highlights } of documents) {
    if (observations.length + targets.length + tasks.length + highlights.length === 0) continue;
    const other = published.get(document.edition);
    if (other === undefined || document.issuedOn < other) published.set(document.edition, document.issuedOn);
  }
  return new Map([...published].map(([edition, day]) => [edition, new Date(`${day}T00:00:00+07:00`)]));
}

import type { Types } from 'mongoose';
import type { LocalDate } from '../local-date.ts';
import type {
  Addressees,
  AuditAction,
  Bilingual,
  ChangeDirection,
  ChangeUnit,
  ComparisonBase,
  ContextRole,
  DeadlinePrecision,
  Frequency,
  HighlightKind,
  ObservationRole,
  ObservationStatus,
  PeriodBasis,
  Qualifier,
  RecordOrigin,
  RevisionReason,
  SectionState,
  TaskStatus,
  UnitKind,
} from '../vocabulary.ts';

/**
 * What stands in a sector's collections. Days and periods are ISO texts, whose order is that of time; figures are
 * Decimal128. Absent is null, never missing, so that an index and an equality match mean the same.
 */
export interface PlaceRow {
  document: string;
  line: number;
  start: number;
  end: number;
  printed: string | null;
}
export interface ContextRow extends PlaceRow {
  for: ContextRole;
}
export interface CitationRow extends PlaceRow {
  context: ContextRow[];
}

/** What a row of a data file carries besides its content. */
export interface Loaded {
  /** Digest of the content: a load compares it, and leaves what is the same. */
  digest: string;
}

/**
 * Where a record comes from, and who sees it. A load changes only what came from the data files; a team only what is its
 * own.
 */
export interface Reported {
  origin: RecordOrigin;
  /**
   * The batch of a draft that it waits in, for whoever may see drafts; null once it is published (kernel/store/visibility.ts).
   */
  batch: string | null;
}

export interface UnitRow {
  code: string;
  symbol: string;
  name: Bilingual;
  kind: UnitKind;
  per: Frequency | null;
  printed: string[];
}
export interface IndicatorRow extends Loaded {
  _id: string;
  ordinal: number;
  name: Bilingual;
  description: Bilingual;
  unit: UnitRow;
  basis: PeriodBasis;
  leadUnit: string | null;
  parent: string | null;
  additive: boolean;
  numerators: string[];
  denominators: string[];
}

export interface ComparisonRow {
  id: string;
  base: ComparisonBase;
  basePeriod: string | null;
  benchmark: Bilingual | null;
  direction: ChangeDirection;
  printedUnit: ChangeUnit | null;
  qualifier: Qualifier;
  stated: Types.Decimal128 | null;
  /** Null where a team states the change without a document. */
  citation: CitationRow | null;
}
/** A figure's value as printed: what its interval is computed from. */
export interface FigureRow {
  value: Types.Decimal128 | null;
  lower: Types.Decimal128 | null;
  upper: Types.Decimal128 | null;
  qualifier: Qualifier;
  /** One unit of the last printed digit, in the base unit. */
  resolution: Types.Decimal128 | null;
  /** Whether a multiplier (triệu, tỷ) is printed. */
  multiplied: boolean;
}
export interface RevisionRow {
  reason: RevisionReason;
  note: string | null;
  madeAt: Date;
  madeBy: string | null;
}
export interface ObservationRow extends FigureRow, Loaded, Reported {
  _id: string;
  /** indicator, basis, province, agency, scope, actual or forecast: the same in all periods of a series. */
  seriesKey: string;
  /** The series' key and the period: the same in all editions and revisions. */
  vintageKey: string;
  indicator: string;
  basis: PeriodBasis;
  period: string;
  periodStart: LocalDate;
  periodEnd: LocalDate;
  inferred: Bilingual | null;
  province: string | null;
  agency: string | null;
  scope: { code: string; name: Bilingual } | null;
  forecast: boolean;
  outOf: Types.Decimal128 | null;
  status: ObservationStatus;
  role: ObservationRole;
  comparisons: ComparisonRow[];
  edition: string;
  document: string | null;
  revision: number;
  revised: RevisionRow | null;
  knownFrom: LocalDate;
  /** The day from which a later revision in the same edition took its place. */
  supersededFrom: LocalDate | null;
  /** Order within the document: that of its text. */
  ordinal: number;
  citation: CitationRow | null;
  /** What its team notes of it. */
  note: string | null;
  /** Batches that hold another figure in its place: where one of them is visible, this row is not. */
  replacedBy: string[];
}

export interface DeadlineRow {
  asPrinted: string;
  earliest: LocalDate | null;
  latest: LocalDate | null;
  precision: DeadlinePrecision;
  soft: boolean;
  inferred: boolean;
  recurrence: Frequency | null;
}
export interface ProgressRow {
  id: string;
  notedOn: LocalDate;
  text: Bilingual;
  status: TaskStatus;
  madeBy: string | null;
  citation: CitationRow | null;
}
/** Of an edition, and, where a document reports it, at a place of that; null for what a team reports without one. */
interface Cited {
  edition: string;
  document: string | null;
  ordinal: number;
  citation: CitationRow | null;
}
export interface TaskRow extends Loaded, Reported, Cited {
  _id: string;
  title: Bilingual;
  leadUnits: string[];
  coordinatingUnits: string[];
  addressedTo: Addressees;
  provinces: string[];
  assignedOn: LocalDate;
  assignedBy: Bilingual | null;
  deadline: DeadlineRow | null;
  /** The deadline's latest day, or the end of time where there is none: what DUE_DATE orders by. */
  dueOn: LocalDate;
  status: TaskStatus;
  completedOn: LocalDate | null;
  cancelledOn: LocalDate | null;
  progress: ProgressRow[];
  indicators: string[];
}
export interface HighlightRow extends Loaded, Reported, Cited {
  _id: string;
  kind: HighlightKind;
  text: Bilingual;
  provinces: string[];
  agencies: string[];
  indicators: string[];
}
export interface TargetRow extends Loaded, Reported, Cited, FigureRow {
  _id: string;
  indicator: string;
  text: Bilingual;
  province: string | null;
  scope: { code: string; name: Bilingual } | null;
  leadUnits: string[];
  deadline: DeadlineRow | null;
}
export interface SectionRow {
  /** The edition. */
  _id: string;
  state: Exclude<SectionState, 'MISSING'>;
  /** Counts the changes of the content, drafts included. */
  version: number;
  /** The version that is published; 0 before the first is. */
  publishedVersion: number;
  publishedAt: Date | null;
  publishedBy: string | null;
  /** The batches that are its draft. */
  draft: string[];
  /** Published batches whose records still carry the batch's name, until they are settled one by one. */
  settling: string[];
}

/** One field of one record, before and after, as text. */
export interface AuditChangeRow {
  record: string;
  field: string;
  before: string | null;
  after: string | null;
}
/** What somebody did to a section: written once, with the change itself, and never changed. */
export interface AuditEntryRow {
  /** The edition and the version that it made: two cannot make the same. */
  _id: string;
  edition: string;
  version: number;
  action: AuditAction;
  madeAt: Date;
  madeBy: string;
  reason: string | null;
  inserted: number;
  changed: number;
  removed: number;
  changes: AuditChangeRow[];
}

/** An import that is staging figures, or was cut off; gone once they are part of the draft. */
export interface ImportRow {
  /** The batch of its figures. */
  _id: string;
  edition: string;
  /** When it last wrote. */
  touchedAt: Date;
}

/** What DUE_DATE orders tasks without a date by. */
export const endOfTime: LocalDate = '9999-12-31';

import type { Types } from 'mongoose';
import type { LocalDate } from '../local-date.ts';
import type {
  Addressees,
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
  citation: CitationRow;
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
export interface ObservationRow extends FigureRow, Loaded {
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
interface Cited {
  edition: string;
  document: string;
  ordinal: number;
  citation: CitationRow;
}
export interface TaskRow extends Loaded, Cited {
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
export interface HighlightRow extends Loaded, Cited {
  _id: string;
  kind: HighlightKind;
  text: Bilingual;
  provinces: string[];
  agencies: string[];
  indicators: string[];
}
export interface TargetRow extends Loaded, Cited, FigureRow {
  _id: string;
  indicator: string;
  text: Bilingual;
  province: string | null;
  scope: { code: string; name: Bilingual } | null;
  leadUnits: string[];
  deadline: DeadlineRow | null;
}
export interface SectionRow extends Loaded {
  /** The edition. */
  _id: string;
  state: Exclude<SectionState, 'MISSING'>;
  version: number;
  publishedAt: Date | null;
}

/** What DUE_DATE orders tasks without a date by. */
export const endOfTime: LocalDate = '9999-12-31';

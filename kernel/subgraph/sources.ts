import type { ObservationChange } from '../changes/observation-changes.ts';
import type { TaskChange } from '../changes/task-changes.ts';
import type { Reading } from '../auditor/audit-comparison.ts';
import type { Finding } from '../auditor/checks/check-rule.ts';
import type { HeldFigure } from '../auditor/figures/held-figure.ts';
import type { LocalDate } from '../local-date.ts';
import type { AgencyEntry } from '../registers/agencies.ts';
import type { DocumentEntry } from '../registers/documents.ts';
import type { ProvinceEntry } from '../registers/provinces.ts';
import type { HitText } from '../search/hit-text.ts';
import type { SeriesOfIndicator, PointOfSeries } from '../series.ts';
import type {
  AuditChangeRow,
  AuditEntryRow,
  CitationRow,
  ComparisonRow,
  DeadlineRow,
  FigureRow,
  HighlightRow,
  IndicatorRow,
  ObservationRow,
  PlaceRow,
  ProgressRow,
  RevisionRow,
  TargetRow,
  TaskRow,
  UnitRow,
} from '../store/rows.ts';
import type { TimePeriod } from '../time-period/time-period.ts';

/*
 * What stands behind each type of the graph: the parent that its resolvers get. Declared beside each other, and named
 * in codegen.ts, so that the generated resolver types check them.
 */
export type { BriefingSource, SectorSource } from './shared-resolvers.ts';

/** Facts are looked up by what they are asked of, and its key there. */
export interface FactsSource {
  readonly by: 'edition' | 'province' | 'agency' | 'document';
  readonly key: string;
}
export interface SectionSource extends FactsSource {
  readonly by: 'edition';
}
export type PeriodSource = TimePeriod;
export type ProvinceSource = ProvinceEntry;
export type AgencySource = AgencyEntry;
export type DocumentSource = DocumentEntry;
export type UnitSource = UnitRow;
export type IndicatorSource = IndicatorRow;
export type SeriesSource = SeriesOfIndicator;
export type SeriesPointSource = PointOfSeries;
/** `computed`: where nobody printed it; an IMPLIED or DERIVED figure with what it was computed from. */
export type ObservationSource = ObservationRow & { readonly computed?: HeldFigure };
export type RevisionSource = RevisionRow;
export interface ComparisonSource {
  readonly comparison: ComparisonRow;
  readonly of: ObservationRow;
}
export type ReadingSource = Reading;
export type CheckSource = Finding;
/** A task as a list found it: its outcome is told for the list's day. */
export type TaskSource = TaskRow & { readonly asOf?: LocalDate };
export type ProgressNoteSource = ProgressRow;
export type DeadlineSource = DeadlineRow;
export type HighlightSource = HighlightRow;
export type TargetSource = TargetRow;
export type CitationSource = CitationRow | PlaceRow;
/** An interval is computed from the figure, once its indicator's unit is known. */
export interface IntervalOfFigure {
  readonly figure: FigureRow;
  readonly indicator: string;
}
export interface ConnectionSource<Row> {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  readonly totalCount: number;
  readonly cursorOf: (row: Row) => string;
}
export type ObservationConnectionSource = ConnectionSource<ObservationSource>;
export type TaskConnectionSource = ConnectionSource<TaskSource>;
export interface EdgeSource<Row> {
  readonly cursor: string;
  readonly node: Row;
}
export type ObservationEdgeSource = EdgeSource<ObservationSource>;
export type TaskEdgeSource = EdgeSource<TaskSource>;

/** A page of the audit trail. */
export type AuditEntrySource = AuditEntryRow;
export type AuditChangeSource = AuditChangeRow;
export interface AuditConnectionSource {
  readonly nodes: readonly AuditEntryRow[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
/** What a mutation did to the section of an edition. */
export interface SectionChangeSource {
  readonly edition: string;
  readonly inserted: number;
  readonly changed: number;
  readonly removed: number;
  readonly left: number;
  /** Ids of the records that were given. */
  readonly observations: readonly string[];
  readonly tasks: readonly string[];
}

/** Two editions; what is asked of their difference is looked up then. */
export interface ChangesSource {
  readonly edition: string;
  readonly since: string;
}
export type ObservationChangeSource = ObservationChange;
export type TaskChangeSource = TaskChange;

/** A record that a search found, with its type's name. */
export type SearchResultSource =
  | (IndicatorSource & { readonly __typename: 'Indicator' })
  | (ObservationSource & { readonly __typename: 'Observation' })
  | (TaskSource & { readonly __typename: 'Task' })
  | (HighlightSource & { readonly __typename: 'Highlight' })
  | (TargetSource & { readonly __typename: 'Target' })
  | (DocumentSource & { readonly __typename: 'Document' });
export interface SearchHitSource extends HitText {
  readonly exact: boolean;
  readonly citation: CitationRow | null;
  /** Null where the query does not ask for it. */
  readonly node: SearchResultSource | null;
}

/**
 * The closed lists of the domain, once: data files, MongoDB schemas and GraphQL enums all take them from here.
 * Their meanings stand in the SDL (kernel/sdl), where readers of the graph meet them.
 */
export const languages = ['VI', 'EN'] as const;
export const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY'] as const;
export const periodBases = ['FLOW', 'YEAR_TO_DATE', 'AS_OF', 'AVERAGE'] as const;
export const qualifiers = [
  'EXACT',
  'ABOUT',
  'MORE_THAN',
  'NEARLY',
  'LESS_THAN',
  'AT_LEAST',
  'AT_MOST',
  'RANGE',
  'ORDER_OF_MAGNITUDE',
  'NOT_STATED',
] as const;
export const observationStatuses = [
  'ESTIMATED',
  'PROVISIONAL',
  'FINAL',
  'FORECAST',
  'REPORTED',
  'IMPLIED',
  'DERIVED',
] as const;
export const observationRoles = ['MAIN', 'BASE'] as const;
export const revisionReasons = ['RESTATED', 'CORRECTED', 'REDEFINED', 'ESTIMATE_FINALISED'] as const;
export const comparisonBases = [
  'YEAR_ON_YEAR',
  'PERIOD_ON_PERIOD',
  'SINCE',
  'BENCHMARK',
  'UNSTATED',
] as const;
export const changeDirections = ['UP', 'DOWN', 'UNCHANGED'] as const;
export const changeUnits = ['PERCENT', 'PERCENTAGE_POINT', 'ABSOLUTE', 'MULTIPLE'] as const;
export const taskStatuses = ['OPEN', 'IN_PROGRESS', 'DONE', 'CANCELLED'] as const;
export const taskOutcomes = [
  'DONE_ON_TIME',
  'DONE_LATE',
  'DONE_WITHOUT_DEADLINE',
  'OPEN_IN_TERM',
  'OPEN_OVERDUE',
  'OPEN_WITHOUT_DEADLINE',
  'RECURRING',
  'CANCELLED',
] as const;
export const addressees = ['ALL_PROVINCES', 'SOME_PROVINCES', 'NO_PROVINCE'] as const;
export const deadlinePrecisions = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR', 'NONE'] as const;
export const highlightKinds = ['RESULT', 'CAUSE', 'LESSON', 'ORIENTATION', 'STATEMENT'] as const;
export const sectionStates = ['MISSING', 'DRAFT', 'PUBLISHED'] as const;
export const regionLevels = ['COUNTRY', 'PROVINCE', 'ALL'] as const;
export const agencyKinds = [
  'MINISTRY',
  'DEPARTMENT',
  'PROVINCIAL_DEPARTMENT',
  'PEOPLES_COMMITTEE',
  'ENTERPRISE',
  'ASSOCIATION',
  'GROUP',
  'OTHER',
] as const;
export const documentKinds = ['CONCLUSIONS', 'PRESS_RELEASE', 'NEWS_REPORT'] as const;
export const legalDocumentKinds = [
  'LAW',
  'RESOLUTION',
  'DECREE',
  'DECISION',
  'DIRECTIVE',
  'CIRCULAR',
  'PLAN',
  'PROGRAMME',
  'SCHEME',
  'CRITERIA',
  'AGREEMENT',
  'OTHER',
] as const;
export const legalDocumentStatuses = ['ISSUED', 'IN_FORCE', 'DRAFTING', 'PLANNED', 'MENTIONED'] as const;
/** What can be done to a section. */
export const auditActions = [
  'SAVE_OBSERVATIONS',
  'SAVE_TASKS',
  'SAVE_HIGHLIGHTS',
  'SAVE_TARGETS',
  'REMOVE_RECORDS',
  'IMPORT',
  'PUBLISH',
  'CORRECT_OBSERVATION',
  'NOTE_PROGRESS',
] as const;
/** What a record came into the database by: its team's data files, or what the team reported itself. */
export const recordOrigins = ['DATA_FILE', 'TEAM'] as const;
/** What search finds, in the order in which hits that match as well are given. */
export const searchKinds = ['INDICATOR', 'OBSERVATION', 'TARGET', 'TASK', 'HIGHLIGHT', 'DOCUMENT'] as const;
/** What became of a figure, and of a task, from one briefing to another. */
export const observationChangeKinds = [
  'NEW',
  'MOVED',
  'UNCHANGED',
  'RESTATED',
  'NO_LONGER_REPORTED',
] as const;
export const taskChangeKinds = ['NEW', 'DONE', 'FALLEN_OVERDUE', 'STILL_OPEN'] as const;
/** What a unit measures: decides how a printed figure's interval is cut (a share of a whole ends at 100). */
export const unitKinds = ['COUNT', 'CURRENCY', 'SHARE', 'PERCENT', 'RATIO'] as const;
/** Why a citation names a second place: the record's period, heading, total, unit, subject or deadline stands there. */
export const contextRoles = ['PERIOD', 'HEADING', 'TOTAL', 'UNIT', 'SUBJECT', 'DEADLINE'] as const;

export type Language = (typeof languages)[number];
export type Frequency = (typeof frequencies)[number];
export type PeriodBasis = (typeof periodBases)[number];
export type Qualifier = (typeof qualifiers)[number];
export type ObservationStatus = (typeof observationStatuses)[number];
export type ObservationRole = (typeof observationRoles)[number];
export type RevisionReason = (typeof revisionReasons)[number];
export type ComparisonBase = (typeof comparisonBases)[number];
export type ChangeDirection = (typeof changeDirections)[number];
export type ChangeUnit = (typeof changeUnits)[number];
export type TaskStatus = (typeof taskStatuses)[number];
export type TaskOutcome = (typeof taskOutcomes)[number];
export type Addressees = (typeof addressees)[number];
export type DeadlinePrecision = (typeof deadlinePrecisions)[number];
export type HighlightKind = (typeof highlightKinds)[number];
export type SectionState = (typeof sectionStates)[number];
export type RegionLevel = (typeof regionLevels)[number];
export type AgencyKind = (typeof agencyKinds)[number];
export type DocumentKind = (typeof documentKinds)[number];
export type LegalDocumentKind = (typeof legalDocumentKinds)[number];
export type LegalDocumentStatus = (typeof legalDocumentStatuses)[number];
export type AuditAction = (typeof auditActions)[number];
export type RecordOrigin = (typeof recordOrigins)[number];
export type SearchKind = (typeof searchKinds)[number];
export type ObservationChangeKind = (typeof observationChangeKinds)[number];
export type TaskChangeKind = (typeof taskChangeKinds)[number];
export type UnitKind = (typeof unitKinds)[number];
export type ContextRole = (typeof contextRoles)[number];

/** A text in both languages of the graph. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

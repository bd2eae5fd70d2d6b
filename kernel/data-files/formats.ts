import { z } from 'zod';
import {
  addressees,
  changeDirections,
  changeUnits,
  comparisonBases,
  contextRoles,
  deadlinePrecisions,
  frequencies,
  highlightKinds,
  legalDocumentKinds,
  legalDocumentStatuses,
  observationRoles,
  observationStatuses,
  periodBases,
  qualifiers,
  taskStatuses,
  unitKinds,
} from '../vocabulary.ts';

/**
 * The formats of a team's data files, field by field; docs/data-files.md shows them by example. Strict: a misspelt
 * field is an error. Figures are strings of plain digits, never YAML numbers, so that no float comes between.
 */
const decimal = z
  .string()
  .regex(
    /^-?(?:0|[1-9]\d*)(\.\d+)?$/u,
    'must be a quoted decimal of plain digits, as in "18800000000000" or "-9.6"',
  );
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'must be lower-case words joined by hyphens');
const code = z.string().regex(/^[A-Z][A-Z0-9_]*$/u, 'must be an upper-case code, as in VND');
const indicatorCode = z
  .string()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/u, 'must be a dotted indicator code, as in telecom.revenue.mobile');
const localDate = z.iso.date('must be a day, as in 2020-08-04');
const period = z.string().min(4);
const nonEmpty = z.string().trim().min(1);
const bilingual = z.strictObject({ vi: nonEmpty, en: nonEmpty });

const place = {
  line: z.int().min(1),
  start: z.int().min(0),
  end: z.int().min(1),
};
/** A place in the document's text. `printed` is a figure or a deadline as printed, never a sentence. */
export const placeFormat = z.strictObject({ ...place, printed: nonEmpty.optional() });
export const figurePlaceFormat = z.strictObject({ ...place, printed: nonEmpty });
export const contextFormat = z.strictObject({ for: z.enum(contextRoles), ...place, printed: nonEmpty });
const contexts = z.array(contextFormat).default([]);

export const comparisonFormat = z.strictObject({
  base: z.enum(comparisonBases),
  period: period.optional(),
  benchmark: bilingual.optional(),
  direction: z.enum(changeDirections),
  /** As printed; absent where words alone are printed. */
  unit: z.enum(changeUnits).optional(),
  /** Signed by the direction, but for MULTIPLE; absent where words alone are printed. */
  stated: decimal.optional(),
  qualifier: z.enum(qualifiers).default('EXACT'),
  cite: figurePlaceFormat,
  context: contexts,
});

export const observationFormat = z.strictObject({
  indicator: indicatorCode,
  period,
  /** Why this period or basis, where the document does not state it. */
  inferred: bilingual.optional(),
  province: z.string().optional(),
  agency: code.optional(),
  scope: code.optional(),
  value: decimal.optional(),
  /** The printed ends of a RANGE or of an ORDER_OF_MAGNITUDE. */
  lower: decimal.optional(),
  upper: decimal.optional(),
  outOf: decimal.optional(),
  qualifier: z.enum(qualifiers).default('EXACT'),
  status: z.enum(observationStatuses).exclude(['IMPLIED', 'DERIVED']).default('REPORTED'),
  role: z.enum(observationRoles).default('MAIN'),
  cite: placeFormat,
  context: contexts,
  comparisons: z.array(comparisonFormat).default([]),
});

export const deadlineFormat = z.strictObject({
  cite: figurePlaceFormat,
  earliest: localDate.optional(),
  latest: localDate.optional(),
  precision: z.enum(deadlinePrecisions),
  soft: z.boolean().default(false),
  /** True where a part of the date (mostly the year) is not printed. */
  inferred: z.boolean().default(false),
  recurrence: z.enum(frequencies).optional(),
});

export const targetFormat = z.strictObject({
  id: slug,
  indicator: indicatorCode,
  text: bilingual,
  value: decimal.optional(),
  lower: decimal.optional(),
  upper: decimal.optional(),
  qualifier: z.enum(qualifiers).default('EXACT'),
  province: z.string().optional(),
  scope: code.optional(),
  leadUnits: z.array(code).default([]),
  deadline: deadlineFormat.optional(),
  cite: placeFormat,
  context: contexts,
});

export const progressFormat = z.strictObject({
  on: localDate,
  text: bilingual,
  status: z.enum(taskStatuses),
  /** The document that tells it, where it is not the one of the task. */
  document: z.string(),
  cite: placeFormat,
});

export const taskFormat = z.strictObject({
  id: slug,
  title: bilingual,
  leadUnits: z.array(code),
  coordinatingUnits: z.array(code).default([]),
  addressedTo: z.enum(addressees).default('NO_PROVINCE'),
  provinces: z.array(z.string()).default([]),
  /** The meeting's day unless said. */
  assignedOn: localDate.optional(),
  assignedBy: bilingual.optional(),
  deadline: deadlineFormat.optional(),
  status: z.enum(taskStatuses).default('OPEN'),
  completedOn: localDate.optional(),
  progress: z.array(progressFormat).default([]),
  indicators: z.array(indicatorCode).default([]),
  cite: placeFormat,
  context: contexts,
});

export const highlightFormat = z.strictObject({
  id: slug,
  kind: z.enum(highlightKinds),
  text: bilingual,
  provinces: z.array(z.string()).default([]),
  agencies: z.array(code).default([]),
  indicators: z.array(indicatorCode).default([]),
  cite: placeFormat,
  context: contexts,
});

export const unitFormat = z.strictObject({
  code,
  symbol: nonEmpty,
  name: bilingual,
  kind: z.enum(unitKinds),
  per: z.enum(frequencies).optional(),
  /** The words that documents print behind the number, in NFC and lower case. */
  printed: z.array(nonEmpty).default([]),
});

export const scopeFormat = z.strictObject({ code, name: bilingual });

export const indicatorFormat = z.strictObject({
  code: indicatorCode,
  name: bilingual,
  description: bilingual,
  unit: code,
  basis: z.enum(periodBases),
  leadUnit: code.optional(),
  parent: indicatorCode.optional(),
  additive: z.boolean().default(false),
  numerators: z.array(indicatorCode).default([]),
  denominators: z.array(indicatorCode).default([]),
});

export const catalogueFormat = z.strictObject({
  units: z.array(unitFormat).default([]),
  scopes: z.array(scopeFormat).default([]),
  indicators: z.array(indicatorFormat),
});

/** A number of the document that is no fact of ours, with the reviewed reason. */
export const exclusionReasons = [
  'PAGE_FURNITURE',
  'NAME',
  'LEVEL_NAME',
  'DOCUMENT_NUMBER',
  'ENUMERATION',
  'MEETING_DATE',
  'PERIOD_NAME',
  'TECHNICAL_TERM',
  'OTHER',
] as const;
export const exclusionFormat = z.strictObject({
  line: z.int().min(1),
  start: z.int().min(0),
  end: z.int().min(1),
  printed: nonEmpty,
  reason: z.enum(exclusionReasons),
  note: nonEmpty.optional(),
});

export const meetingFormat = z.strictObject({
  heldOn: localDate,
  title: bilingual,
  chair: nonEmpty.optional(),
  participants: bilingual.optional(),
  cite: placeFormat,
  context: contexts,
});

export const legalDocumentFormat = z.strictObject({
  id: slug,
  number: nonEmpty.optional(),
  kind: z.enum(legalDocumentKinds),
  title: bilingual,
  issuedOn: localDate.optional(),
  issuer: code.optional(),
  status: z.enum(legalDocumentStatuses),
  provinces: z.array(z.string()).default([]),
  cite: placeFormat,
  context: contexts,
});

export type PlaceRecord = z.infer<typeof placeFormat>;
export type ContextRecord = z.infer<typeof contextFormat>;
export type ComparisonRecord = z.infer<typeof comparisonFormat>;
export type ObservationRecord = z.infer<typeof observationFormat>;
export type DeadlineRecord = z.infer<typeof deadlineFormat>;
export type TargetRecord = z.infer<typeof targetFormat>;
export type TaskRecord = z.infer<typeof taskFormat>;
export type HighlightRecord = z.infer<typeof highlightFormat>;
export type UnitRecord = z.infer<typeof unitFormat>;
export type ScopeRecord = z.infer<typeof scopeFormat>;
export type IndicatorRecord = z.infer<typeof indicatorFormat>;
export type CatalogueRecord = z.infer<typeof catalogueFormat>;
export type ExclusionRecord = z.infer<typeof exclusionFormat>;
export type MeetingRecord = z.infer<typeof meetingFormat>;
export type LegalDocumentRecord = z.infer<typeof legalDocumentFormat>;

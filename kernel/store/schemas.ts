import { Schema, type IndexDefinition, type SchemaDefinitionProperty } from 'mongoose';
import {
  addressees,
  auditActions,
  changeDirections,
  changeUnits,
  comparisonBases,
  contextRoles,
  deadlinePrecisions,
  frequencies,
  highlightKinds,
  observationRoles,
  observationStatuses,
  periodBases,
  qualifiers,
  recordOrigins,
  revisionReasons,
  taskStatuses,
  unitKinds,
} from '../vocabulary.ts';
import type {
  AuditEntryRow,
  HighlightRow,
  ImportRow,
  IndicatorRow,
  ObservationRow,
  SectionRow,
  TargetRow,
  TaskRow,
} from './rows.ts';

/*
 * The MongoDB schemas of the rows. Each is also put on its collection as a $jsonSchema validator (prepare-database.ts),
 * so that a writer that goes past mongoose is held to it as well.
 */
const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const flag = { type: Boolean, required: true } as const;
const whole = { type: Number, required: true } as const;
const decimal = { type: Schema.Types.Decimal128, default: null } as const;
const texts = { type: [String], required: true } as const;
const oneOf = (values: readonly string[]) => ({ type: String, required: true, enum: [...values] }) as const;
const oneOfOrNull = (values: readonly string[]) =>
  ({ type: String, default: null, enum: [...values, null] }) as const;
const day = { type: String, required: true, match: /^\d{4}-\d{2}-\d{2}$/u } as const;
const dayOrNull = { type: String, default: null, match: /^\d{4}-\d{2}-\d{2}$/u } as const;

/** A part of a row: no id of its own, and no field that is not named. */
function part(definition: Record<string, SchemaDefinitionProperty>): Schema {
  return new Schema(definition, { _id: false, strict: 'throw' });
}
function row<T>(
  collection: string,
  definition: Record<string, SchemaDefinitionProperty>,
  indexes: readonly (readonly [IndexDefinition, { unique?: true }?])[],
): Schema<T> {
  const schema = new Schema<T>({ _id: text, ...definition } as never, {
    collection,
    strict: 'throw',
    versionKey: false,
    autoIndex: false,
    autoCreate: false,
    minimize: false,
  });
  for (const [fields, options] of indexes) schema.index(fields, options ?? {});
  return schema;
}

const bilingual = part({ vi: text, en: text });
const optionalBilingual = { type: bilingual, default: null };
const place = { document: text, line: whole, start: whole, end: whole, printed: optionalText };
const citation = part({
  ...place,
  context: { type: [part({ ...place, for: oneOf(contextRoles) })], required: true },
});
const unit = part({
  code: text,
  symbol: text,
  name: { type: bilingual, required: true },
  kind: oneOf(unitKinds),
  per: oneOfOrNull(frequencies),
  printed: texts,
});
const scope = { type: part({ code: text, name: { type: bilingual, required: true } }), default: null };
const figure = {
  value: decimal,
  lower: decimal,
  upper: decimal,
  qualifier: oneOf(qualifiers),
  resolution: decimal,
  multiplied: flag,
};
const deadline = {
  type: part({
    asPrinted: text,
    earliest: dayOrNull,
    latest: dayOrNull,
    precision: oneOf(deadlinePrecisions),
    soft: flag,
    inferred: flag,
    recurrence: oneOfOrNull(frequencies),
  }),
  default: null,
};
const loaded = { digest: text } as const;
const reported = { ...loaded, origin: oneOf(recordOrigins), batch: optionalText } as const;
const optionalCitation = { type: citation, default: null };
const cited = {
  edition: text,
  document: optionalText,
  ordinal: whole,
  citation: optionalCitation,
};

export const indicatorSchema = row<IndicatorRow>(
  'indicators',
  {
    ...loaded,
    ordinal: whole,
    name: { type: bilingual, required: true },
    description: { type: bilingual, required: true },
    unit: { type: unit, required: true },
    basis: oneOf(periodBases),
    leadUnit: optionalText,
    parent: optionalText,
    additive: flag,
    numerators: texts,
    denominators: texts,
  },
  // Not unique: a load that puts an indicator between two others moves the rest one by one.
  [[{ ordinal: 1, _id: 1 }]],
);

const comparison = part({
  id: text,
  base: oneOf(comparisonBases),
  basePeriod: optionalText,
  benchmark: optionalBilingual,
  direction: oneOf(changeDirections),
  printedUnit: oneOfOrNull(changeUnits),
  qualifier: oneOf(qualifiers),
  stated: decimal,
  citation: optionalCitation,
});

export const observationSchema = row<ObservationRow>(
  'observations',
  {
    ...reported,
    ...figure,
    seriesKey: text,
    vintageKey: text,
    indicator: text,
    basis: oneOf(periodBases),
    period: text,
    periodStart: day,
    periodEnd: day,
    inferred: optionalBilingual,
    province: optionalText,
    agency: optionalText,
    scope,
    forecast: flag,
    outOf: decimal,
    status: oneOf(observationStatuses),
    role: oneOf(observationRoles),
    comparisons: { type: [comparison], required: true },
    edition: text,
    document: optionalText,
    revision: whole,
    revised: {
      type: part({
        reason: oneOf(revisionReasons),
        note: optionalText,
        madeAt: { type: Date, required: true },
        madeBy: optionalText,
      }),
      default: null,
    },
    knownFrom: day,
    supersededFrom: dayOrNull,
    ordinal: whole,
    citation: optionalCitation,
    note: optionalText,
    replacedBy: texts,
  },
  [
    // A figure stands once in an edition and revision: a double is impossible, not merely checked for.
    [{ vintageKey: 1, edition: 1, revision: 1, batch: 1 }, { unique: true }],
    [{ seriesKey: 1, periodEnd: 1, periodStart: -1, knownFrom: 1 }],
    [{ edition: 1, batch: 1, province: 1, document: 1, ordinal: 1, _id: 1 }],
    [{ edition: 1, batch: 1, document: 1, ordinal: 1, _id: 1 }],
    [{ province: 1, batch: 1, knownFrom: 1, document: 1, ordinal: 1, _id: 1 }],
    [{ agency: 1, batch: 1, knownFrom: 1, document: 1, ordinal: 1, _id: 1 }],
    [{ document: 1, batch: 1, ordinal: 1, _id: 1 }],
    [{ indicator: 1, batch: 1, periodEnd: -1, _id: 1 }],
    [{ province: 1, batch: 1, periodEnd: -1, _id: 1 }],
    [{ agency: 1, batch: 1, periodEnd: -1, _id: 1 }],
    [{ edition: 1, batch: 1, periodEnd: -1, _id: 1 }],
    [{ document: 1, batch: 1, periodEnd: -1, _id: 1 }],
    [{ batch: 1, periodEnd: -1, _id: 1 }],
  ],
);

export const taskSchema = row<TaskRow>(
  'tasks',
  {
    ...reported,
    ...cited,
    title: { type: bilingual, required: true },
    leadUnits: texts,
    coordinatingUnits: texts,
    addressedTo: oneOf(addressees),
    provinces: texts,
    assignedOn: day,
    assignedBy: optionalBilingual,
    deadline,
    dueOn: day,
    status: oneOf(taskStatuses),
    completedOn: dayOrNull,
    cancelledOn: dayOrNull,
    progress: {
      type: [
        part({
          id: text,
          notedOn: day,
          text: { type: bilingual, required: true },
          status: oneOf(taskStatuses),
          madeBy: optionalText,
          citation: optionalCitation,
        }),
      ],
      required: true,
    },
    indicators: texts,
  },
  [
    [{ edition: 1, batch: 1, assignedOn: 1, document: 1, ordinal: 1, _id: 1 }],
    [{ document: 1, batch: 1, assignedOn: 1, ordinal: 1, _id: 1 }],
    [{ provinces: 1, batch: 1, assignedOn: 1, document: 1, ordinal: 1, _id: 1 }],
    [{ addressedTo: 1, batch: 1, assignedOn: 1, document: 1, ordinal: 1, _id: 1 }],
    [{ leadUnits: 1, batch: 1, assignedOn: 1, document: 1, ordinal: 1, _id: 1 }],
    [{ coordinatingUnits: 1, batch: 1, assignedOn: 1, document: 1, ordinal: 1, _id: 1 }],
    [{ batch: 1, dueOn: 1, _id: 1 }],
    [{ batch: 1, assignedOn: -1, _id: 1 }],
    [{ leadUnits: 1, batch: 1, dueOn: 1, _id: 1 }],
    [{ edition: 1, batch: 1, dueOn: 1, _id: 1 }],
  ],
);

export const highlightSchema = row<HighlightRow>(
  'highlights',
  {
    ...reported,
    ...cited,
    kind: oneOf(highlightKinds),
    text: { type: bilingual, required: true },
    provinces: texts,
    agencies: texts,
    indicators: texts,
  },
  [
    [{ edition: 1, batch: 1, document: 1, ordinal: 1, _id: 1 }],
    [{ document: 1, batch: 1, ordinal: 1, _id: 1 }],
    [{ provinces: 1, batch: 1, document: 1, ordinal: 1, _id: 1 }],
    [{ agencies: 1, batch: 1, document: 1, ordinal: 1, _id: 1 }],
  ],
);

export const targetSchema = row<TargetRow>(
  'targets',
  {
    ...reported,
    ...cited,
    ...figure,
    indicator: text,
    text: { type: bilingual, required: true },
    province: optionalText,
    scope,
    leadUnits: texts,
    deadline,
  },
  [
    [{ edition: 1, batch: 1, document: 1, ordinal: 1, _id: 1 }],
    [{ document: 1, batch: 1, ordinal: 1, _id: 1 }],
    [{ indicator: 1, batch: 1, document: 1, ordinal: 1, _id: 1 }],
    [{ province: 1, batch: 1, document: 1, ordinal: 1, _id: 1 }],
    [{ leadUnits: 1, batch: 1, document: 1, ordinal: 1, _id: 1 }],
  ],
);

export const sectionSchema = row<SectionRow>(
  'sections',
  {
    state: oneOf(['DRAFT', 'PUBLISHED']),
    version: whole,
    publishedVersion: whole,
    publishedAt: { type: Date, default: null },
    publishedBy: optionalText,
    draft: texts,
    settling: texts,
  },
  [],
);

export const auditEntrySchema = row<AuditEntryRow>(
  'audit_trail',
  {
    edition: text,
    version: whole,
    action: oneOf(auditActions),
    madeAt: { type: Date, required: true },
    madeBy: text,
    reason: optionalText,
    inserted: whole,
    changed: whole,
    removed: whole,
    changes: {
      type: [part({ record: text, field: text, before: optionalText, after: optionalText })],
      required: true,
    },
  },
  [
    [{ edition: 1, version: -1 }, { unique: true }],
    [{ madeAt: -1, _id: 1 }],
    [{ edition: 1, madeAt: -1, _id: 1 }],
  ],
);

export const importSchema = row<ImportRow>(
  'imports',
  { edition: text, touchedAt: { type: Date, required: true } },
  [[{ edition: 1, touchedAt: 1 }]],
);

/** Parts that the Office's own schemas are made of as well. */
export const schemaParts = {
  row,
  loaded,
  text,
  optionalText,
  dayOrNull,
  day,
  texts,
  oneOf,
  bilingual,
  citation,
  cited,
};

import type { Schema, SchemaType } from 'mongoose';

/** The part of MongoDB's $jsonSchema that a row is held to. */
interface JsonSchema {
  bsonType?: string | readonly string[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  required?: readonly string[];
  additionalProperties?: boolean;
  pattern?: string;
}

/**
 * The $jsonSchema of a row: all its fields, none missing and none besides, and texts of the shape that the schema asks
 * for. Stricter than mongoose's own translation, which lets fields be missing or added and forgets the shapes: a day that
 * is none would break every order and comparison of days.
 */
export function rowValidator(schema: Schema): JsonSchema {
  return exact(schema.toJSONSchema({ useBsonType: true }) as JsonSchema, schema, '');
}

function exact(json: JsonSchema, schema: Schema, prefix: string): JsonSchema {
  const properties = Object.entries(json.properties ?? {});
  return {
    ...json,
    required: properties.map(([name]) => name),
    additionalProperties: false,
    properties: Object.fromEntries(
      properties.map(([name, field]) => [name, exactField(field, schema, `${prefix}${name}`)]),
    ),
  };
}

function exactField(json: JsonSchema, schema: Schema, path: string): JsonSchema {
  const type = schema.path(path) as (SchemaType & { readonly schema?: Schema }) | undefined;
  const within = type?.schema ?? schema;
  const prefix = type?.schema === undefined ? `${path}.` : '';
  const match: unknown = type?.options.match;
  if (json.properties !== undefined) return exact(json, within, prefix);
  if (json.items?.properties !== undefined)
    return { ...json, items: { ...exact(json.items, within, prefix), bsonType: 'object' } };
  if (json.items !== undefined) return { ...json, items: withoutNull(json.items) };
  return match instanceof RegExp ? { ...json, pattern: match.source } : json;
}

/** No list of a row has holes. */
function withoutNull(json: JsonSchema): JsonSchema {
  if (!Array.isArray(json.bsonType)) return json;
  const types = (json.bsonType as readonly string[]).filter((type) => type !== 'null');
  return { ...json, bsonType: types.length === 1 ? (types[0] ?? types) : types };
}

import {
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { FieldShape, ObjectShape, RootType } from './answer-shape.ts';

export type Path = readonly (string | number)[];
type JsonObject = Record<string, unknown>;

export interface CheckedAnswer {
  /** The roots that hold nothing, or nonsense outside the subgraph's own fields: [briefing], [_entities, 3]. */
  readonly emptyRoots: readonly Path[];
  /** Own fields, made null here because nonsense stood in them. */
  readonly broken: readonly Path[];
  /** Own fields that came as null, with their names. */
  readonly nulls: readonly { readonly path: Path; readonly field: string }[];
  /** What was wrong first, for the log. */
  readonly reason: string | null;
}

/**
 * Holds the data of a subgraph's answer against what was asked. The gateway does not: it takes a null or a text where an
 * object must be, and then makes null whatever stands above, in other sectors' data as well. `data` is mended in place:
 * nonsense in an own field becomes null, what nobody asked for is taken away.
 * @param rootType the type that `shape` is to be of.
 * @param representations the `_entities` that were asked for, of whose types the answers must be.
 */
export function checkAnswer(
  schema: GraphQLSchema,
  rootType: RootType,
  shape: ObjectShape,
  data: JsonObject,
  representations: readonly unknown[],
): CheckedAnswer {
  const emptyRoots: Path[] = [];
  const broken: Path[] = [];
  const nulls: { path: Path; field: string }[] = [];
  const path: (string | number)[] = [];
  let reason: string | null = null;

  const wrong = (what: string): false => {
    reason ??= `${path.join('.')}: ${what}`;
    return false;
  };

  const fits = (value: unknown, type: GraphQLOutputType, object: ObjectShape | null): boolean => {
    if (isNonNullType(type))
      return value === null || value === undefined
        ? wrong('null where none may be')
        : fits(value, type.ofType, object);
    if (value === null || value === undefined) return true;
    if (isListType(type)) {
      if (!Array.isArray(value)) return wrong('no list');
      const of = type.ofType;
      return value.every((element, index) => {
        path.push(index);
        const ok = fits(element, of, object);
        path.pop();
        return ok;
      });
    }
    if (object === null) return leafFits(value, type) || wrong('no value of its type');
    if (!isJsonObject(value)) return wrong('no object');
    const typeName = typeNameOf(schema, value, type);
    return typeName === null ? wrong('not of its type') : fieldsFit(value, typeName, object);
  };

  const fieldsFit = (value: JsonObject, typeName: string, object: ObjectShape): boolean => {
    const fields = object.fieldsOf(typeName);
    for (const field of fields) {
      path.push(field.key);
      const ok = fieldFits(value, field, typeName);
      path.pop();
      if (!ok) return false;
    }
    // Present are then at most the asked ones; more keys than those must be others.
    if (Object.keys(value).length > fields.length) removeOthers(value, fields);
    return true;
  };

  const fieldFits = (parent: JsonObject, field: FieldShape, typeName: string): boolean => {
    const value = parent[field.key];
    if (field.type === null) return value === undefined || value === typeName || wrong('another type');
    if (!field.own) return fits(value, field.type, field.object);
    if (value === null || value === undefined) {
      parent[field.key] = null;
      nulls.push({ path: [...path], field: field.name });
      return true;
    }
    const before = [broken.length, nulls.length] as const;
    if (!fits(value, field.type, field.object)) {
      [broken.length, nulls.length] = before;
      parent[field.key] = null;
      broken.push([...path]);
    }
    return true;
  };

  /** A shared root, or one of the entities that were asked for. */
  const checkRoot = (holds: () => boolean): void => {
    const before = [broken.length, nulls.length] as const;
    if (holds()) return;
    [broken.length, nulls.length] = before;
    emptyRoots.push([...path]);
  };

  const checkEntities = (answered: unknown, object: ObjectShape): void => {
    const entities = Array.isArray(answered) && answered.length === representations.length ? answered : [];
    representations.forEach((representation, index) => {
      path.push(index);
      const typeName = isJsonObject(representation) ? String(representation['__typename']) : '';
      checkRoot(() => {
        const entity = entities[index] as unknown;
        if (!isJsonObject(entity)) return wrong('no entity');
        const type = entity['__typename'];
        return type === undefined || type === typeName
          ? fieldsFit(entity, typeName, object)
          : wrong('another type');
      });
      path.pop();
    });
  };

  const roots = shape.fieldsOf(rootType);
  for (const field of roots) {
    path.push(field.key);
    if (field.name === '_entities' && field.object !== null) checkEntities(data[field.key], field.object);
    else if (field.own || field.type === null) fieldFits(data, field, rootType);
    else {
      checkRoot(
        () =>
          (data[field.key] ?? null) !== null &&
          field.type !== null &&
          fits(data[field.key], field.type, field.object),
      );
    }
    path.pop();
  }
  removeOthers(data, roots);
  return { emptyRoots, broken, nulls, reason };
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object's type: the only one it can have, else the one it names; null where that is impossible. */
function typeNameOf(schema: GraphQLSchema, value: JsonObject, type: GraphQLOutputType): string | null {
  const named = value['__typename'];
  if (isObjectType(type)) return named === undefined || named === type.name ? type.name : null;
  if (typeof named !== 'string' || !isAbstractType(type)) return null;
  const runtime = schema.getType(named);
  return isObjectType(runtime) && schema.isSubType(type, runtime) ? named : null;
}

/** Scalars of the graph's own are texts on the wire. */
function leafFits(value: unknown, type: GraphQLOutputType): boolean {
  if (isEnumType(type)) return typeof value === 'string' && type.getValue(value) !== undefined;
  switch (String(type)) {
    case 'Int':
      return Number.isInteger(value);
    case 'Float':
      return typeof value === 'number';
    case 'Boolean':
      return typeof value === 'boolean';
    default:
      return typeof value === 'string';
  }
}

function removeOthers(value: JsonObject, fields: readonly FieldShape[]): void {
  const asked = new Set(fields.map(({ key }) => key)).add('__typename');
  for (const key of Object.keys(value)) if (!asked.has(key)) Reflect.deleteProperty(value, key);
}

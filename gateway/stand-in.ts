import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, execute, getNamedType, type GraphQLSchema, parse } from 'graphql';
import { subgraphSdl } from '../kernel/sdl/build-sdl.ts';
import type { Sector } from '../kernel/sectors.ts';
import { sharedResolvers } from '../kernel/subgraph/shared-resolvers.ts';
import { type FieldShape, type ObjectShape, rememberedShapes } from './answer-shape.ts';
import { isJsonObject, type Path } from './check-answer.ts';
import { ownFields } from './own-fields.ts';

type JsonObject = Record<string, unknown>;

/** Answers in the gateway what a subgraph would, as far as the kernel knows it. */
export interface StandIn {
  readonly sector: Sector;
  readonly schema: GraphQLSchema;
  /** What an operation of this subgraph is to be answered with. */
  readonly shapeOf: (document: DocumentNode, variables: JsonObject) => ObjectShape;
  /** Codes, names, periods and lists of the kernel as ever, the subgraph's own fields null. Never throws. */
  answer(document: DocumentNode, variables: JsonObject): Promise<JsonObject>;
}

/**
 * The stand-in for the subgraph of `sector`: its SDL with the resolvers that all share and no others, the very ones that
 * the subgraph runs, so that what they answer cannot differ.
 * @param sdl what is in force, as taken out of the supergraph; by default what the folder in hand says.
 */
export function createStandIn(
  sector: Sector,
  sectors: readonly Sector[],
  sdl: string = subgraphSdl(sector, sectors),
): StandIn {
  const shared = sharedResolvers(sector, sectors);
  const own = ownFields(sdl, shared);
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl, { noLocation: true }), resolvers: shared });
  for (const field of own) {
    const [typeName = '', name = ''] = field.split('.');
    const type = schema.getType(typeName);
    const definition = type !== undefined && 'getFields' in type ? type.getFields()[name] : undefined;
    // Not left to the default: a register's entry may one day have a property of that name.
    if (definition !== undefined && 'resolve' in definition) definition.resolve = () => null;
  }
  return {
    sector,
    schema,
    shapeOf: rememberedShapes(schema, own),
    async answer(document, variables) {
      const { data } = await execute({ schema, document, variableValues: variables });
      return data ?? {};
    },
  };
}

/**
 * The first own field that was asked for within `data`, of which a stand-in has made null: what the caller has lost.
 * Null where only the kernel's fields were asked for.
 */
export function firstOwnField(
  object: ObjectShape,
  typeName: string,
  data: JsonObject,
  path: Path = [],
): Path | null {
  for (const field of object.fieldsOf(typeName)) {
    const found = ownFieldWithin(field, data[field.key], [...path, field.key]);
    if (found !== null) return found;
  }
  return null;
}

function ownFieldWithin(field: FieldShape, value: unknown, path: Path): Path | null {
  if (field.own) return path;
  if (field.object === null) return null;
  if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) {
      const found = ownFieldWithin(field, element, [...path, index]);
      if (found !== null) return found;
    }
    return null;
  }
  if (!isJsonObject(value)) return null;
  return firstOwnField(field.object, runtimeTypeName(field, value), value, path);
}

function runtimeTypeName({ type }: FieldShape, value: JsonObject): string {
  const named = value['__typename'];
  if (typeof named === 'string') return named;
  return type === null ? '' : getNamedType(type).name;
}

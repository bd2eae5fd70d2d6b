import type { FieldShape } from './answer-shape.ts';
import { checkAnswer, isJsonObject, type Path } from './check-answer.ts';
import type { Fetch } from './fetch.ts';
import { sortErrors } from './sort-errors.ts';
import type { ChangeOutcome, LossCode } from './request-faults.ts';
import { firstOwnField, type StandIn } from './stand-in.ts';
import type { SubgraphAnswer } from './subgraph-answer.ts';

type JsonObject = Record<string, unknown>;

/** Why there is no answer, and what that means for a change that was asked for. */
interface Failure {
  readonly code: LossCode;
  readonly outcome: ChangeOutcome;
}

/** The whole answer by the stand-in. Tells the request's faults what is lost. */
export async function replaceAnswer(standIn: StandIn, fetch: Fetch, failure: Failure): Promise<JsonObject> {
  const data = await standIn.answer(fetch.document, fetch.variables);
  for (const root of rootsOf(fetch)) {
    const lost = firstLoss(root, readRoot(data, root.path));
    if (lost === null) continue;
    tellLost(fetch, data, lost, failure.code, failure.outcome);
    if (fetch.rootType === 'Query') break;
  }
  return data;
}

/**
 * The answer as it came, without nonsense, and by the stand-in where it came empty: of two briefings by alias of which one
 * is null, only that one. Tells the request's faults what is lost and what was refused.
 */
export async function mendAnswer(
  standIn: StandIn,
  fetch: Fetch,
  answer: SubgraphAnswer,
): Promise<JsonObject> {
  const { data, errors } = answer;
  const { emptyRoots, broken, nulls, reason } = checkAnswer(
    standIn.schema,
    fetch.rootType,
    fetch.shape,
    data,
    fetch.representations,
  );
  const filled = emptyRoots.length === 0 ? [] : await fillRoots(standIn, fetch, data, emptyRoots);
  for (const path of broken) tellLost(fetch, data, path);

  const { lost, refused, unexplained } = sortErrors(
    fetch.sector,
    fetch.rootType,
    errors,
    [...broken, ...filled],
    nulls,
  );
  const { faults, log } = fetch.context;
  for (const { path, code } of lost) tellLost(fetch, data, path, code);
  for (const { path, code, message, details } of refused)
    faults.refused(fetch.sector, fetch.toCaller(path), code, message, details);
  if (reason !== null || unexplained.length > 0)
    log.warn(
      { sector: fetch.sector.code, kind: 'NONSENSE', reason, errors: unexplained },
      'a subgraph is mended',
    );
  return data;
}

/** Fills the roots that came empty and are not so by the kernel; gives these. */
async function fillRoots(
  standIn: StandIn,
  fetch: Fetch,
  data: JsonObject,
  empty: readonly Path[],
): Promise<readonly Path[]> {
  const known = await standIn.answer(fetch.document, fetch.variables);
  const filled: Path[] = [];
  for (const root of rootsOf(fetch)) {
    if (!empty.some((path) => path[0] === root.path[0] && path[1] === root.path[1])) continue;
    const value = readRoot(known, root.path);
    writeRoot(data, root.path, value, fetch.representations.length);
    if (value === null) continue;
    filled.push(root.path);
    const lost = firstLoss(root, value);
    if (lost !== null) tellLost(fetch, data, lost);
  }
  return filled;
}

/** A field of Query or Mutation, or one of the entities that were asked for, whose type only its representation tells. */
interface Root {
  readonly path: Path;
  readonly field: FieldShape;
  readonly entityType: string | null;
}

function rootsOf({ rootType, shape, representations }: Fetch): readonly Root[] {
  return shape.fieldsOf(rootType).flatMap((field): readonly Root[] => {
    if (field.name !== '_entities') return [{ path: [field.key], field, entityType: null }];
    return representations.map((representation, index) => ({
      path: [field.key, index],
      field,
      entityType: isJsonObject(representation) ? String(representation['__typename']) : '',
    }));
  });
}

function readRoot(data: JsonObject, [key = '', index]: Path): unknown {
  const value = data[key] ?? null;
  if (index === undefined) return value;
  return Array.isArray(value) ? ((value as unknown[])[Number(index)] ?? null) : null;
}

function writeRoot(data: JsonObject, [key = '', index]: Path, value: unknown, entities: number): void {
  if (index === undefined) {
    data[key] = value;
    return;
  }
  const list = data[key];
  if (!Array.isArray(list) || list.length !== entities) data[key] = new Array<unknown>(entities).fill(null);
  (data[key] as unknown[])[Number(index)] = value;
}

/** The first own field that a stand-in left null within what it answered at a root. */
function firstLoss({ path, field, entityType }: Root, value: unknown): Path | null {
  if (entityType === null || field.object === null)
    return firstOwnField({ fieldsOf: () => [field] }, 'Query', { [field.key]: value });
  return isJsonObject(value) ? firstOwnField(field.object, entityType, value, path) : null;
}

/** A change of which nothing came back may have been made all the same; one that is answered in part was. */
function tellLost(
  fetch: Fetch,
  data: JsonObject,
  path: Path,
  code: LossCode = 'SUBGRAPH_UNAVAILABLE',
  outcome: ChangeOutcome = 'UNKNOWN',
): void {
  const { rootType, sector, context } = fetch;
  if (rootType === 'Mutation' && (data[path[0] ?? ''] ?? null) === null)
    context.faults.changeLost(sector, fetch.toCaller(path), code, outcome);
  else context.faults.lost(sector, fetch.toCaller(path), code);
}

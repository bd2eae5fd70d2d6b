import { isJsonObject, type Path } from './check-answer.ts';

type JsonObject = Record<string, unknown>;

interface Place {
  readonly path: Path;
  readonly value: unknown;
}

/**
 * Where in the caller's answer the entities stand that a fetch asked for. The gateway's own translation takes the place in
 * the list of representations for that in the answer, which is another wherever the objects of a list have several types,
 * as in `sectors`: the fault of one sector would be told at another's place.
 * @param answers the data of the request's earlier fetches, in which the gateway merges what comes later.
 * @param flattenPath as the plan writes it: sectors.@ is each element of sectors.
 * @returns a path for each representation; null where it is not found.
 */
export function entityPaths(
  answers: readonly JsonObject[],
  flattenPath: readonly (string | number)[],
  representations: readonly unknown[],
): readonly (Path | null)[] {
  const places = answers.flatMap((answer) => placesAt(answer, flattenPath));
  let next = 0;
  return representations.map((representation) => {
    for (let index = next; index < places.length; index += 1) {
      const place = places[index];
      if (place === undefined || !isSameEntity(place.value, representation)) continue;
      next = index + 1;
      return place.path;
    }
    return null;
  });
}

function placesAt(data: unknown, flattenPath: readonly (string | number)[]): readonly Place[] {
  let places: readonly Place[] = [{ path: [], value: data }];
  for (const step of flattenPath) {
    places = places.flatMap(({ path, value }): readonly Place[] => {
      if (Array.isArray(value)) {
        return step === '@'
          ? value.map((element, index) => ({ path: [...path, index], value: element as unknown }))
          : [];
      }
      return isJsonObject(value) && step in value ? [{ path: [...path, step], value: value[step] }] : [];
    });
  }
  return places.filter(({ value }) => value !== null && value !== undefined);
}

/** A representation holds an entity's key. The type may be known to the representation alone. */
function isSameEntity(value: unknown, representation: unknown): boolean {
  if (!isJsonObject(value) || !isJsonObject(representation)) return false;
  return Object.entries(representation).every(
    ([key, known]) => value[key] === known || (key === '__typename' && value[key] === undefined),
  );
}

/** In the caller's words: the planner gives fields that would collide other names. */
export function asAsked(path: Path): Path {
  return path.map((step) => (typeof step === 'string' ? step.replace(/__alias_\d+$/u, '') : step));
}

/** The part of `path` up to the first null of `data`. */
export function clipToNull(data: unknown, path: Path): Path {
  const clipped: (string | number)[] = [];
  let value = data;
  for (const step of path) {
    if (value === null || value === undefined) break;
    clipped.push(step);
    value = (value as JsonObject)[step];
  }
  return clipped;
}

/** Negative where `a` stands before `b` in `data`. */
export function comparePositions(data: unknown, a: Path, b: Path): number {
  let value = data;
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const [stepA, stepB] = [a[at] ?? '', b[at] ?? ''];
    if (stepA !== stepB) {
      if (typeof stepA === 'number' && typeof stepB === 'number') return stepA - stepB;
      const keys = isJsonObject(value) ? Object.keys(value) : [];
      return keys.indexOf(String(stepA)) - keys.indexOf(String(stepB));
    }
    value = typeof value === 'object' && value !== null ? (value as JsonObject)[stepA] : undefined;
  }
  return a.length - b.length;
}

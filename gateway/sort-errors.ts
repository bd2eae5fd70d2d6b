import { type ErrorCode, errorCatalogue } from '../kernel/errors.ts';
import type { Sector } from '../kernel/sectors.ts';
import type { RootType } from './answer-shape.ts';
import type { CheckedAnswer, Path } from './check-answer.ts';
import type { LossCode } from './request-faults.ts';
import type { SubgraphError } from './subgraph-answer.ts';

export interface SortedErrors {
  /** Fields that are null through the subgraph's fault. */
  readonly lost: readonly { readonly path: Path; readonly code: LossCode }[];
  /** What the caller is told as the subgraph said it. */
  readonly refused: readonly (Pick<SubgraphError, 'message' | 'details'> & {
    readonly path: Path;
    readonly code: ErrorCode;
  })[];
  /** For the log alone. */
  readonly unexplained: readonly SubgraphError[];
}

/**
 * Tells the errors of a subgraph that mean the caller (a bad argument) from its own faults. Those are never passed on in
 * its words, and are of two kinds: the field that is named for the sector is lost, and with it the sector; or a field
 * within it, in a sector that otherwise works.
 * @param told fields that were already told as lost: errors beneath them have the same cause.
 * @param rootType what was asked for: a change is always answered, or refused with an error.
 * @param nulls the own fields that came as null.
 */
export function sortErrors(
  sector: Sector,
  rootType: RootType,
  errors: readonly SubgraphError[],
  told: readonly Path[],
  nulls: CheckedAnswer['nulls'],
): SortedErrors {
  const required = nulls.filter(
    ({ field, path }) => field === sector.field || (rootType === 'Mutation' && path.length === 1),
  );
  const lost: { path: Path; code: LossCode }[] = [];
  const refused: SortedErrors['refused'][number][] = [];
  const unexplained: SubgraphError[] = [];
  const explained = new Set<Path>();

  for (const error of errors) {
    const { path, message, details } = error;
    if (path === null || told.some((above) => isBeneath(path, above))) {
      unexplained.push(error);
      continue;
    }
    const above = required.find((one) => isBeneath(path, one.path));
    if (above !== undefined) explained.add(above.path);
    const code = catalogued(error.code);
    if (code !== null && errorCatalogue[code].fault !== 'US') {
      refused.push({ path, code, message, details });
      continue;
    }
    unexplained.push(error);
    if (code === 'DATABASE_UNAVAILABLE') lost.push({ path, code });
    else
      lost.push({
        path,
        code: above?.field === sector.field ? 'SUBGRAPH_UNAVAILABLE' : 'INTERNAL_SERVER_ERROR',
      });
  }
  // A subgraph that works always answers the field that is named for it, and says what it has not got within.
  for (const { path } of required)
    if (!explained.has(path)) lost.push({ path, code: 'SUBGRAPH_UNAVAILABLE' });
  return { lost, refused, unexplained };
}

function isBeneath(path: Path, above: Path): boolean {
  return above.every((step, index) => path[index] === step);
}

function catalogued(code: string | null): ErrorCode | null {
  return code !== null && Object.hasOwn(errorCatalogue, code) ? (code as ErrorCode) : null;
}

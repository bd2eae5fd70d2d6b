import { type ErrorCode, errorCatalogue } from '../kernel/errors.ts';
import type { Sector } from '../kernel/sectors.ts';
import type { CheckedAnswer, Path } from './check-answer.ts';
import type { LossCode } from './request-faults.ts';
import type { SubgraphError } from './subgraph-answer.ts';

export interface SortedErrors {
  /** Fields that are null through the subgraph's fault. */
  readonly lost: readonly { readonly path: Path; readonly code: LossCode }[];
  /** What the caller is told as the subgraph said it. */
  readonly refused: readonly { readonly path: Path; readonly code: ErrorCode; readonly message: string }[];
  /** For the log alone. */
  readonly unexplained: readonly SubgraphError[];
}

/**
 * Tells the errors of a subgraph that mean the caller (a bad argument) from its own faults. Those are never passed on in
 * its words, and are of two kinds: the field that is named for the sector is lost, and with it the sector; or a field
 * within it, in a sector that otherwise works.
 * @param told fields that were already told as lost: errors beneath them have the same cause.
 * @param nulls the own fields that came as null.
 */
export function sortErrors(
  sector: Sector,
  errors: readonly SubgraphError[],
  told: readonly Path[],
  nulls: CheckedAnswer['nulls'],
): SortedErrors {
  const sectorFields = nulls.filter(({ field }) => field === sector.field).map(({ path }) => path);
  const lost: { path: Path; code: LossCode }[] = [];
  const refused: { path: Path; code: ErrorCode; message: string }[] = [];
  const unexplained: SubgraphError[] = [];
  const explained = new Set<Path>();

  for (const error of errors) {
    const { path, message } = error;
    if (path === null || told.some((above) => isBeneath(path, above))) {
      unexplained.push(error);
      continue;
    }
    const sectorField = sectorFields.find((own) => isBeneath(path, own));
    if (sectorField !== undefined) explained.add(sectorField);
    const code = catalogued(error.code);
    if (code !== null && errorCatalogue[code].fault !== 'US') {
      refused.push({ path, code, message });
      continue;
    }
    unexplained.push(error);
    if (code === 'DATABASE_UNAVAILABLE') lost.push({ path, code });
    else
      lost.push({ path, code: sectorField === undefined ? 'INTERNAL_SERVER_ERROR' : 'SUBGRAPH_UNAVAILABLE' });
  }
  // A subgraph that works always answers the field that is named for it, and says what it has not got within.
  for (const path of sectorFields)
    if (!explained.has(path)) lost.push({ path, code: 'SUBGRAPH_UNAVAILABLE' });
  return { lost, refused, unexplained };
}

function isBeneath(path: Path, above: Path): boolean {
  return above.every((step, index) => path[index] === step);
}

function catalogued(code: string | null): ErrorCode | null {
  return code !== null && Object.hasOwn(errorCatalogue, code) ? (code as ErrorCode) : null;
}

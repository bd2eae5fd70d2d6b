import { createHash } from 'node:crypto';
import { CodedError } from './errors.ts';

export const LARGEST_PAGE = 1000;

/** Refuses (INVALID_PAGE) a page size outside 1 to 1000. */
export function pageSize(first: number): number {
  if (first >= 1 && first <= LARGEST_PAGE) return first;
  throw new CodedError(
    'INVALID_PAGE',
    `first must be 1 to ${LARGEST_PAGE}, but got: ${first}. Page on with "after".`,
  );
}

/** A short name of a list: its filter and order. A cursor of one list is refused by another. */
export function listName(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 8);
}

/** An opaque cursor: the sort value and id of the last row, and the list it belongs to. */
export function encodeCursor(list: string, sortValue: string, id: string): string {
  return Buffer.from(JSON.stringify([list, sortValue, id])).toString('base64url');
}

/** The sort value and id in a cursor; refuses (INVALID_PAGE) what is no cursor of this list. */
export function decodeCursor(list: string, cursor: string): { sortValue: string; id: string } {
  const read = parseCursor(cursor);
  if (read !== null && read[0] === list) return { sortValue: read[1], id: read[2] };
  throw new CodedError(
    'INVALID_PAGE',
    'after must be an endCursor of the same list, asked with the same filter and order; begin again without it.',
  );
}

function parseCursor(cursor: string): [string, string, string] | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(read) && read.length === 3 && read.every((part) => typeof part === 'string')
      ? (read as [string, string, string])
      : null;
  } catch {
    return null;
  }
}

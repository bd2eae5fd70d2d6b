import { CodedError } from '../errors.ts';

/** So many records are compared or checked in one answer, in some three seconds: as many as all provinces report of 150 indicators. */
export const MOST_AT_ONCE = 10_000;

/**
 * The list, where it was looked up with a limit of one more than MOST_AT_ONCE and is whole. Refuses (TOO_MANY_FIGURES) one that
 * is longer: what is said of a part of it would not be true of all.
 */
export function allOf<Row>(rows: Row[]): Row[] {
  if (rows.length <= MOST_AT_ONCE) return rows;
  throw new CodedError(
    'TOO_MANY_FIGURES',
    `More than ${MOST_AT_ONCE} records would have to be held against others. Ask for less, as of one province; npm run audit and npm run diff take any number.`,
  );
}

import type { UnitRecord } from '../data-files/formats.ts';
import { behind } from '../printed/words.ts';

/**
 * True where the words printed behind a number name that unit: none at all, one of the unit's, or longer
 * ones that begin with one of them ("đài truyền thanh cấp xã" of the unit "đài"). Where several units'
 * words fit, the longest decides: "bộ, tỉnh" is not the unit "bộ". A unit that lists no words is printed
 * without any.
 * @param units every unit of the catalogue, this one among them.
 */
export function isUnitWords(words: string, unit: UnitRecord, units: Iterable<UnitRecord>): boolean {
  if (words === '') return true;
  const longest = Math.max(0, ...[...units].map((other) => longestMatch(words, other)));
  return longest > 0 && longestMatch(words, unit) === longest;
}

function longestMatch(words: string, { printed }: UnitRecord): number {
  return Math.max(0, ...printed.filter((word) => behind(words, word) !== null).map((word) => word.length));
}

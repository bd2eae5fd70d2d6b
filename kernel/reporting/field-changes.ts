import { Types } from 'mongoose';
import { formatDecimal, fromDecimal128 } from '../decimal.ts';
import type { AuditChangeRow } from '../store/rows.ts';

/** What a record's row holds for the system's own sake, and nobody reports. */
const bookkeeping = new Set([
  '_id',
  'digest',
  'origin',
  'batch',
  'replacedBy',
  'seriesKey',
  'vintageKey',
  'periodStart',
  'periodEnd',
  'forecast',
  'resolution',
  'multiplied',
  'edition',
  'document',
  'revision',
  'revised',
  'knownFrom',
  'supersededFrom',
  'dueOn',
  'ordinal',
  'citation',
]);

type Row = object & { readonly _id: string };

/**
 * What became of a record, field by field, as text. Of one that is new everything it says is after, of one that is gone
 * everything is before.
 * @param record the id that the trail names.
 */
export function fieldChanges(record: string, before: Row | null, after: Row | null): AuditChangeRow[] {
  const old = textsOf(before);
  const fresh = textsOf(after);
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((field) => {
    const [was, is] = [old.get(field) ?? null, fresh.get(field) ?? null];
    return was === is ? [] : [{ record, field, before: was, after: is }];
  });
}

function textsOf(row: Row | null): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(row ?? {}).flatMap(([field, value]: [string, unknown]) => {
      const text = bookkeeping.has(field) ? null : textOf(value);
      return text === null ? [] : [[field, text]];
    }),
  );
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (value instanceof Types.Decimal128) return formatDecimal(fromDecimal128(value));
  if (Array.isArray(value) && value.length === 0) return null;
  return JSON.stringify(value, (_key, part: unknown) =>
    isStoredDecimal(part)
      ? formatDecimal(fromDecimal128(Types.Decimal128.fromString(part.$numberDecimal)))
      : part,
  );
}

/** What a Decimal128 says of itself to JSON. */
function isStoredDecimal(value: unknown): value is { readonly $numberDecimal: string } {
  return typeof value === 'object' && value !== null && '$numberDecimal' in value;
}

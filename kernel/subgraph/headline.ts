import { CodedError } from '../errors.ts';
import type { ObservationRow } from '../store/rows.ts';
import { comparePeriods } from '../time-period/order.ts';
import { parseTimePeriod } from '../time-period/parse.ts';

/**
 * The headline of an edition: its figure of that indicator for the whole country, of the latest period, that is no
 * forecast, not implied, and not printed only as a base to compare with. Null where there is none; two that are left
 * over are an error of the data (HEADLINE_AMBIGUOUS).
 */
export function headlineOf(rows: readonly ObservationRow[], indicator: string): ObservationRow | null {
  const candidates = rows
    .filter((row) => row.indicator === indicator && isHeadline(row))
    .map((row) => ({ row, period: parseTimePeriod(row.period) }))
    .sort((a, b) => comparePeriods(b.period, a.period));
  const [first, second] = candidates;
  if (first !== undefined && second !== undefined && comparePeriods(first.period, second.period) === 0)
    throw new CodedError(
      'HEADLINE_AMBIGUOUS',
      `Two figures of ${indicator} for ${first.period.id} both claim the headline: ${first.row._id} and ${second.row._id}.`,
    );
  return first?.row ?? null;
}

function isHeadline({ province, agency, scope, role, forecast, status }: ObservationRow): boolean {
  return (
    province === null &&
    agency === null &&
    scope === null &&
    role === 'MAIN' &&
    !forecast &&
    status !== 'IMPLIED'
  );
}

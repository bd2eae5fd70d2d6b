import { sameMoment } from '../auditor/figures/same-moment.ts';
import { fromDecimal128, type Decimal } from '../decimal.ts';
import type { ObservationRow } from '../store/rows.ts';
import { frequencyOf } from '../time-period/frequency.ts';
import { comparePeriods } from '../time-period/order.ts';
import { parseTimePeriod } from '../time-period/parse.ts';
import type { ObservationChangeKind } from '../vocabulary.ts';

export interface ObservationChange {
  readonly kind: ObservationChangeKind;
  readonly before: ObservationRow | null;
  readonly after: ObservationRow | null;
  /** In the indicator's unit, exact. */
  readonly change: Decimal | null;
  /** Of the value before, to 10 significant digits. */
  readonly percent: Decimal | null;
  /** Whether this briefing itself tells a change from the figure before; false of what the auditor alone sees. */
  readonly stated: boolean;
}

/**
 * What became of figures from one briefing to another. Of each series (indicator, basis, province, agency, group, actual or
 * forecast) and frequency, the figures compared are those of the latest period that each briefing prints for its own
 * sake. Two figures of one period with different values are restated, whether printed for their own sake or to compare with.
 * @param before all rows of the other briefing. @param after all of this one, in the order of its documents. Totals that were
 * spoken of and not printed must have been added up (levelOf), or they have no level to compare.
 */
export function observationChanges(
  before: readonly ObservationRow[],
  after: readonly ObservationRow[],
): ObservationChange[] {
  const then = latestOfSeries(before);
  const now = latestOfSeries(after);
  const sameFigure = new Map(before.map((row) => [row.vintageKey, row]));
  return [
    ...after.flatMap((row) => [
      ...restatedOf(sameFigure.get(row.vintageKey), row),
      ...(now.get(comparedKey(row)) === row ? latestChange(then.get(comparedKey(row)), row) : []),
    ]),
    ...[...then].flatMap(([key, row]) => (now.has(key) ? [] : [changeOf('NO_LONGER_REPORTED', row, null)])),
  ];
}

/** A flow or an average is of a month or of a quarter, and these never compare; a stock, or a sum since January, is. */
function comparedKey({ seriesKey, basis, period: id }: ObservationRow): string {
  if (basis === 'AS_OF' || basis === 'YEAR_TO_DATE') return seriesKey;
  const period = parseTimePeriod(id);
  return `${seriesKey} ${frequencyOf(period) ?? id.split('/')[1] ?? id}`;
}

function latestOfSeries(rows: readonly ObservationRow[]): ReadonlyMap<string, ObservationRow> {
  const latest = new Map<string, ObservationRow>();
  for (const row of rows.filter(({ role }) => role === 'MAIN')) {
    const key = comparedKey(row);
    const other = latest.get(key);
    if (other === undefined || comparePeriods(parseTimePeriod(other.period), parseTimePeriod(row.period)) < 0)
      latest.set(key, row);
  }
  return latest;
}

function restatedOf(before: ObservationRow | undefined, after: ObservationRow): ObservationChange[] {
  return before === undefined || saysTheSame(before, after) ? [] : [changeOf('RESTATED', before, after)];
}

function latestChange(before: ObservationRow | undefined, after: ObservationRow): ObservationChange[] {
  if (before === undefined) return [changeOf('NEW', null, after)];
  const same = saysTheSame(before, after);
  if (before.vintageKey === after.vintageKey) return same ? [changeOf('UNCHANGED', before, after)] : [];
  // Two figures without a level say nothing of each other.
  return [changeOf(same && hasLevel(after) ? 'UNCHANGED' : 'MOVED', before, after)];
}

/** By what is printed of the level: a value, or the ends of a range. */
function saysTheSame(a: ObservationRow, b: ObservationRow): boolean {
  return (['value', 'lower', 'upper'] as const).every((end) => {
    const [first, second] = [a[end], b[end]];
    if (first === null || second === null) return first === second;
    return fromDecimal128(first).equals(fromDecimal128(second));
  });
}

function hasLevel({ value, lower, upper }: ObservationRow): boolean {
  return (value ?? lower ?? upper) !== null;
}

function changeOf(
  kind: ObservationChangeKind,
  before: ObservationRow | null,
  after: ObservationRow | null,
): ObservationChange {
  if (before?.value == null || after?.value == null)
    return { kind, before, after, change: null, percent: null, stated: isStated(before, after) };
  const base = fromDecimal128(before.value);
  const change = fromDecimal128(after.value).minus(base);
  const percent = base.isZero() ? null : change.div(base.abs()).times(100).toSignificantDigits(10);
  return { kind, before, after, change, percent, stated: isStated(before, after) };
}

/** True where the later figure is printed with a change from the earlier one's time. */
function isStated(before: ObservationRow | null, after: ObservationRow | null): boolean {
  if (before === null || after === null) return false;
  const moments = sameMoment(before.period, before.basis);
  return after.comparisons.some(({ basePeriod }) => basePeriod !== null && moments.includes(basePeriod));
}

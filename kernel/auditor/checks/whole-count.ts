import { Decimal } from '../../decimal.ts';
import { intervalContains } from '../../interval/interval.ts';
import type { ObservationRow } from '../../store/rows.ts';
import type { Evidence } from '../figures/evidence.ts';
import type { HeldFigure } from '../figures/held-figure.ts';

/**
 * The one whole number that an implied count can be; null where it can be none; UNTESTED where it is no count, an average, or so loosely
 * implied that there is always one.
 */
export function wholeCount(
  implied: HeldFigure,
  of: ObservationRow,
  evidence: Evidence,
): Decimal | null | 'UNTESTED' {
  const { lower, upper } = implied.interval;
  const counts = evidence.indicator(of.indicator).unit.kind === 'COUNT' && of.basis !== 'AVERAGE';
  if (!counts || lower === null || upper === null || upper.minus(lower).gte(1) || lower.eq(upper))
    return 'UNTESTED';
  const first = lower.ceil();
  const candidates = [first, first.plus(1)].map((whole) => new Decimal(whole));
  return candidates.find((whole) => intervalContains(implied.interval, whole)) ?? null;
}

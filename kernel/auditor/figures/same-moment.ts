import { parseTimePeriod } from '../../time-period/parse.ts';
import { periodOfDays, periodOfMonths } from '../../time-period/time-period.ts';
import { addDays, dateParts, makeLocalDate } from '../../local-date.ts';
import type { PeriodBasis } from '../../vocabulary.ts';

/** The lengths of the calendar's periods that a month can end. */
const lengths = [1, 3, 6, 12] as const;

/**
 * The ids of all periods that tell the same time, this one first. A flow has one period only. A stock is that of its period's last
 * day, so "năm 2019", "12/2019" and "31/12/2019" name one stock, however each document writes it (SDMX: a stock's
 * observation refers to the end of its period unless said otherwise).
 */
export function sameMoment(period: string, basis: PeriodBasis): readonly string[] {
  if (basis !== 'AS_OF') return [period];
  const { end } = parseTimePeriod(period);
  const { year, month } = dateParts(end);
  const day = periodOfDays(end, end).id;
  const monthEnds = dateParts(addDays(end, 1)).day === 1;
  const ending = monthEnds
    ? lengths
        .filter((length) => month % length === 0)
        .map((length) => periodOfMonths(makeLocalDate(year, month - length + 1, 1), length).id)
    : [];
  return [...new Set([period, day, ...ending])];
}

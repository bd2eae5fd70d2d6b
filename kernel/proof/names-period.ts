import { containsPeriod } from '../time-period/order.ts';
import type { TimePeriod } from '../time-period/time-period.ts';
import type { PeriodBasis } from '../vocabulary.ts';
import type { TimeMention } from './time-mentions.ts';

/**
 * True where the words name just that period: "Quý III/2020" 2020-Q3, "đầu năm 2020" a period that begins
 * with 2020. Of what adds up or stands until a day, the end says it: "luỹ kế đến tháng 6/2020" names
 * 2020-S1.
 */
export function namesPeriod(mention: TimeMention, period: TimePeriod, basis: PeriodBasis): boolean {
  const { period: named, means } = mention;
  if (means === 'BEGINNING') return named.start === period.start && containsPeriod(named, period);
  if (means === 'END') return named.end === period.end && containsPeriod(named, period);
  if (means === 'SAME_SPAN') return false;
  if (named.id === period.id) return true;
  const endsIt = basis === 'YEAR_TO_DATE' || basis === 'AS_OF';
  return endsIt && named.end === period.end && containsPeriod(period, named);
}

/**
 * True where the words can be said of a figure of that period: they name it, or a longer time that it is a
 * part of.
 */
export function allowsPeriod(mention: TimeMention, period: TimePeriod, basis: PeriodBasis): boolean {
  if (namesPeriod(mention, period, basis)) return true;
  const isPart = mention.means === 'WHOLE' || mention.means === 'SAME_SPAN';
  return isPart && containsPeriod(mention.period, period);
}

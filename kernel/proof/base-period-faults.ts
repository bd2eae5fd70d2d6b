import type { ComparisonRecord, ObservationRecord } from '../data-files/formats.ts';
import type { LocalDate } from '../local-date.ts';
import { quoted } from '../quoted.ts';
import { parseTimePeriod } from '../time-period/parse.ts';
import { previousPeriod, yearBefore } from '../time-period/sequence.ts';
import type { TimePeriod } from '../time-period/time-period.ts';
import type { PeriodBasis } from '../vocabulary.ts';
import { namesPeriod } from './names-period.ts';
import { timeMentions, type TimeMention } from './time-mentions.ts';

const previousWords = /(?<!năm )(?:tháng|quý|kỳ|tuần|ngày|năm) trước(?! đó)/iu;

/**
 * The base periods of an observation's comparisons are those that their words name, and stand as far before
 * as their base says.
 */
export function basePeriodFaults(record: ObservationRecord, basis: PeriodBasis, saidOn: LocalDate): string[] {
  const period = parseTimePeriod(record.period);
  return record.comparisons.flatMap((comparison, index) =>
    faultsOf(comparison, period, basis, saidOn).map((fault) => `comparison ${index + 1}: ${fault}`),
  );
}

function faultsOf(
  { base, period: text, context }: ComparisonRecord,
  period: TimePeriod,
  basis: PeriodBasis,
  saidOn: LocalDate,
): string[] {
  const printed = context.filter(({ for: role }) => role === 'PERIOD').map((place) => place.printed);
  const mentions = printed.flatMap((words) => timeMentions(words, saidOn));
  if (base === 'UNSTATED' || base === 'BENCHMARK')
    return text === undefined && mentions.length === 0 ? [] : [`a base that is ${base} has no period`];
  if (text === undefined) return ['the base period is missing'];
  const start = parseTimePeriod(text);
  const faults = mentions
    .filter((mention) => !isSaidOfBase(mention, start, period, basis))
    .map((mention) => `its period is ${text}, but ${quoted(mention.text)} is printed`);
  if (base === 'YEAR_ON_YEAR' && yearBefore(period).id !== start.id)
    faults.push(`its period is ${text}, but a year before ${period.id} is ${yearBefore(period).id}`);
  if (base === 'PERIOD_ON_PERIOD' && ![previousPeriod(period).id, monthBefore(period)].includes(start.id))
    faults.push(`its period is ${text}, but the one before ${period.id} is ${previousPeriod(period).id}`);
  const inWords =
    (base === 'YEAR_ON_YEAR' && printed.some((words) => /cùng kỳ/iu.test(words))) ||
    (base === 'PERIOD_ON_PERIOD' && printed.some((words) => previousWords.test(words)));
  return mentions.length > 0 || inWords ? faults : [...faults, 'no PERIOD context names its base'];
}

/** "cùng kỳ 2019" is the figure's own period in that year; all else must name the base period itself. */
function isSaidOfBase(mention: TimeMention, base: TimePeriod, own: TimePeriod, basis: PeriodBasis): boolean {
  if (mention.means !== 'SAME_SPAN') return namesPeriod(mention, base, basis);
  return base.start.startsWith(mention.period.id) && sameDaysOfYear(base, own);
}

function sameDaysOfYear(a: TimePeriod, b: TimePeriod): boolean {
  let back = b;
  while (back.start > a.start) back = yearBefore(back);
  return back.id === a.id;
}

/** A stock at a day is compared with the month before. */
function monthBefore({ start }: TimePeriod): string {
  return previousPeriod(parseTimePeriod(start.slice(0, 7))).id;
}

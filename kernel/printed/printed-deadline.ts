import { addDays, parseLocalDate, type LocalDate } from '../local-date.ts';
import type { DeadlinePrecision, Frequency } from '../vocabulary.ts';
import { readPrintedTime, type PrintedTime } from './printed-time.ts';
import { readRecurrence } from './recurrence-words.ts';
import { unreadable } from './unreadable.ts';
import { behind, printedWords, readPhrase, skipPhrases } from './words.ts';

/** A deadline as a Vietnamese document prints it, and the first and last day on which it is met in time. */
export interface PrintedDeadline {
  /** Null where it may be met at any time before. */
  readonly earliest: LocalDate | null;
  /** The last day in time; overdue is from the day after. Null where no date is printed. */
  readonly latest: LocalDate | null;
  /** Of the printed words; half-years are known to the MONTH; NONE without a date. */
  readonly precision: DeadlinePrecision;
  /** "cố gắng", "phấn đấu": to be striven for. */
  readonly soft: boolean;
  /** True where a part of the dates, mostly the year, is not printed. */
  readonly inferred: boolean;
  readonly recurrence: Frequency | null;
}

type Dates = Pick<PrintedDeadline, 'earliest' | 'latest' | 'precision' | 'inferred'>;

const softWords = ['cố gắng', 'phấn đấu', 'nỗ lực'];
const openings = ['thời hạn:', 'thời hạn', 'hoàn thành', 'hoàn thiện', 'xong', 'ngay', 'khẩn trương'];
/** Urgent, but without a date. */
const urgentWords = [
  'khẩn trương',
  'ngay',
  'ngay lập tức',
  'ngay khi cần thiết',
  'kịp thời',
  'sớm',
  'sớm nhất',
  'càng sớm càng tốt',
  'trong thời gian tới',
  'thời gian tới',
  'trong thời gian sớm nhất',
  'trong thời gian sớm nhất có thể',
  'định kỳ',
  'thường xuyên',
];
const beforeWords = ['đến trước', 'trước'];
const untilWords = [
  'chậm nhất',
  'muộn nhất',
  'không muộn hơn',
  'cho đến',
  'đến',
  'tới',
  'hết',
  'vào cuối',
  'cuối',
];
const untilFillers = ['là', 'vào', 'trong', 'đến', 'hết', 'cuối'];
const withinFillers = ['trong', 'vào', 'dịp', 'nghỉ', 'lễ'];

/**
 * Reads "trước 01/5/2020", "cố gắng hoàn thành trước tháng 6/2020", "trong tuần 11/2020", "chậm nhất là năm
 * 2021", "từ nay đến cuối năm", "hàng ngày", "khẩn trương" … A month is its first and last day; "trước"
 * excludes the day or the whole month named.
 * @param reference the day it was said, mostly the meeting's: gives a year that is not printed, and "hôm
 * nay". Refuses (PRINTED_FIGURE_UNREADABLE) all else; the reference as parseLocalDate does.
 */
export function parsePrintedDeadline(text: string, reference: LocalDate): PrintedDeadline {
  const said = parseLocalDate(reference);
  const words = printedWords(text);
  const deadline = words && readDeadline(words, said);
  if (!deadline)
    throw unreadable(
      'A deadline as printed must be a time with its preposition, as in "trước tháng 6/2020"',
      text,
    );
  return deadline;
}

function readDeadline(words: string, said: LocalDate): PrintedDeadline | null {
  const strict = skipPhrases(words, softWords);
  const soft = strict !== words;
  const none: PrintedDeadline = {
    earliest: null,
    latest: null,
    precision: 'NONE',
    soft,
    inferred: false,
    recurrence: null,
  };
  if (urgentWords.includes(strict)) return none;
  const recurrence = readRecurrence(strict);
  if (recurrence !== null) return { ...none, recurrence };
  const text = skipPhrases(strict, openings);
  const dates = readSpan(text, said) ?? readOne(text, said);
  return dates && { ...none, ...dates };
}

/** "từ nay đến cuối năm", "từ tháng 10 đến tháng 11", "ngay từ tháng 10", "giai đoạn 2020-2025". */
function readSpan(text: string, said: LocalDate): Dates | null {
  const years = /^giai đoạn (\d{4}) ?[-\u2013] ?(\d{4})$/u.exec(text);
  const [fromText, toText] = years
    ? years.slice(1)
    : (behind(text, 'từ')?.split(/ (?=đến |tới |cho đến )/u) ?? []);
  if (fromText === undefined) return null;
  const now = fromText === 'nay' || fromText === 'bây giờ';
  const from = now ? null : readPrintedTime(fromText, said);
  if (!now && from === null) return null;
  const earliest = from?.period.start ?? said;
  if (toText === undefined)
    return from && { earliest, latest: null, precision: from.precision, inferred: from.inferred };
  const to = readPrintedTime(skipPhrases(toText, [...untilWords, ...untilFillers]), said);
  if (to === null || to.period.end < earliest) return null;
  return {
    earliest,
    latest: to.period.end,
    precision: to.precision,
    inferred: now || to.inferred || from?.inferred === true,
  };
}

function readOne(text: string, said: LocalDate): Dates | null {
  const before = readPhrase(
    text,
    beforeWords.map((word) => [word, true] as const),
  );
  if (before !== null)
    return datesOf(readPrintedTime(before.rest, said), (time) => [null, addDays(time.period.start, -1)]);
  const until = readPhrase(
    text,
    untilWords.map((word) => [word, true] as const),
  );
  if (until !== null)
    return datesOf(readPrintedTime(skipPhrases(until.rest, untilFillers), said), (time) => [
      null,
      time.period.end,
    ]);
  const within = readPrintedTime(skipPhrases(text, withinFillers), said);
  return datesOf(within, (time) => [time.period.start, time.period.end]);
}

function datesOf(
  time: PrintedTime | null,
  ends: (time: PrintedTime) => readonly [earliest: LocalDate | null, latest: LocalDate],
): Dates | null {
  if (time === null) return null;
  const [earliest, latest] = ends(time);
  return { earliest, latest, precision: time.precision, inferred: time.inferred };
}

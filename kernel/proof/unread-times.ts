import type { ContextRecord } from '../data-files/formats.ts';
import type { LocalDate } from '../local-date.ts';
import { quoted } from '../quoted.ts';
import { numberTokens, type Token } from './number-tokens.ts';
import { timeMentions } from './time-mentions.ts';

/**
 * The numbers of printed periods that are part of no time: the proof could say nothing of them, so they
 * must not stand there.
 */
export function unreadTimes(contexts: readonly ContextRecord[], saidOn: LocalDate): string[] {
  return contexts
    .filter((context) => context.for === 'PERIOD')
    .flatMap(({ printed }) =>
      unreadNumbers(printed, saidOn).map(
        ({ text }) => `${quoted(text)} in the period ${quoted(printed)} is no time`,
      ),
    );
}

export function unreadNumbers(printed: string, saidOn: LocalDate): Token[] {
  const read = timeMentions(printed, saidOn);
  // "trước Covid-19": a name, which stands before its number.
  const named = [...printed.matchAll(/covid ?- ?19/giu)].map(({ index, 0: name }) => ({
    start: index,
    end: index + name.length,
  }));
  return numberTokens(printed)
    .flatMap(partsOfRange)
    .filter(({ start, end }) => ![...read, ...named].some((time) => time.start <= start && end <= time.end));
}

/** "2020-2025" is two years. */
function partsOfRange({ start, text }: Token): Token[] {
  return [...text.matchAll(/[^\u2013-]+/gu)].map(({ index, 0: part }) => ({
    start: start + index,
    end: start + index + part.length,
    text: part,
  }));
}

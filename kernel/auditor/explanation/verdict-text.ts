import type { Language } from '../../vocabulary.ts';
import type { Verdict } from '../verdicts.ts';

const words: Readonly<Record<Verdict, Readonly<Record<Language, string>>>> = {
  CONSISTENT: { VI: 'khớp', EN: 'it agrees' },
  ROUNDING: {
    VI: 'lệch, nhưng việc làm tròn các số đã in có thể giải thích được',
    EN: 'it differs, but the rounding of the printed figures can explain it',
  },
  INCONSISTENT: { VI: 'không khớp', EN: 'it does not agree' },
  BASE_MISSING: { VI: 'không có số để tính lại', EN: 'there is nothing to compute it from' },
  AMBIGUOUS: { VI: 'chưa phân định được', EN: 'it depends on the reading' },
};

/** "đã nêu −9,6%: không khớp". Whoever states it: a document, or a team that reports without one. */
export function verdictWords(verdict: Verdict, stated: string, language: Language): string {
  return language === 'VI'
    ? `đã nêu ${stated}: ${words[verdict].VI}`
    : `${stated} is stated: ${words[verdict].EN}`;
}

/** Sentences one after the other, each with a capital; empty ones left out. "2,5…" ends one by itself. */
export function sentences(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ')
    .replaceAll('….', '…');
}

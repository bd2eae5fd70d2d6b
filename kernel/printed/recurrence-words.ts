import type { Frequency } from '../vocabulary.ts';
import { readNumberWords } from './number-words.ts';

const units: Readonly<Record<string, Frequency>> = {
  ngày: 'DAILY',
  tuần: 'WEEKLY',
  tháng: 'MONTHLY',
  quý: 'QUARTERLY',
  năm: 'YEARLY',
};
const monthsBetween: Readonly<Record<number, Frequency>> = {
  1: 'MONTHLY',
  3: 'QUARTERLY',
  6: 'HALF_YEARLY',
  12: 'YEARLY',
};

const everyUnit = /^(?:định kỳ )?(?:hàng|hằng|mỗi|theo|từng) (ngày|tuần|tháng|quý|năm)(?: (?:một|1) lần)?$/u;
const onceAUnit = /^(?:định kỳ )?(?:(?:một|1) lần(?: mỗi |\/)(ngày|tuần|tháng|quý|năm))$/u;
const countedUnits =
  /^(?:định kỳ )?(?:mỗi )?(\d+|\p{L}+) (ngày|tuần|tháng|quý|năm)(?: (?:một|1) lần|\/lần)$/u;

/**
 * "hàng ngày", "định kỳ một tháng một lần", "6 tháng một lần"; null for other texts and for rhythms that are
 * no frequency.
 */
export function readRecurrence(text: string): Frequency | null {
  const every = everyUnit.exec(text) ?? onceAUnit.exec(text);
  if (every !== null) return units[every[1] ?? ''] ?? null;
  const [, countText = '', unit = ''] = countedUnits.exec(text) ?? [];
  const count = /^\d+$/u.test(countText) ? Number(countText) : (readNumberWords(countText)?.value ?? 0);
  if (unit === 'tháng') return monthsBetween[count] ?? null;
  return count === 1 ? (units[unit] ?? null) : null;
}

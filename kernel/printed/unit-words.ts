/**
 * The words behind a number, or null where they are more than a unit: a second number, a bracket, the end of
 * a sentence. A citation's span must hold one figure alone, else a number could hide behind another. Digits
 * that name ("5G", "mức độ 3, 4", "4 lớp") may stand there.
 */
export function readUnitWords(text: string): string | null {
  const words = text.trim();
  if (words === '') return '';
  if (!/^\p{L}/u.test(words) || /[();:?!]|\. /u.test(words)) return null;
  const withoutNames = words.replaceAll(/mức độ \d(?:, ?\d)*|\d lớp|[\p{L}-]\d+\p{L}*|\d+\p{L}+/gu, '');
  return /\d/u.test(withoutNames) ? null : words;
}

import { beyondLimit, type ImportLimits } from '../import-limits.ts';
import type { XlsxPackage } from './open-package.ts';
import { readXml } from './read-xml.ts';
import { decodeEscapes } from './text-escapes.ts';

/** The texts that cells refer to by number: each different one once. Formatted runs are joined; readings (furigana) left out. */
export async function readSharedStrings(
  file: XlsxPackage,
  part: string | null,
  limits: ImportLimits,
): Promise<readonly string[]> {
  if (part === null || !file.has(part)) return [];
  const texts: string[] = [];
  let text = '';
  let length = 0;
  let inText = false;
  let inReading = false;
  await readXml(file.read(part), {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') inReading = true;
      else if (name === 't') inText = !inReading;
    },
    text(piece) {
      if (!inText) return;
      text += piece;
      if (text.length > limits.textLength) throw beyondLimit('textLength', limits);
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inReading = false;
      if (name !== 'si') return;
      // Each costs some words of memory besides its letters.
      length += text.length + 16;
      if (length > limits.sharedText) throw beyondLimit('sharedText', limits);
      texts.push(decodeEscapes(text));
    },
  });
  return texts;
}

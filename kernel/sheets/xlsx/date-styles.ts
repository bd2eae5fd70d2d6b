import { addDays } from '../../local-date.ts';
import type { XlsxPackage } from './open-package.ts';
import { readXml } from './read-xml.ts';

/** The built-in number formats that show a date or a time (ECMA-376, part 1, 18.8.30), those of East Asia included. */
const builtIn = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
/** What a format holds besides its placeholders: quoted text, escaped characters, colours and conditions, fillers. */
const literals = /"[^"]*"|\\.|\[[^\]]*\]|_.|\*./gu;

/** Whether a cell of each style, by its number, shows a date. */
export async function readDateStyles(file: XlsxPackage, part: string | null): Promise<readonly boolean[]> {
  if (part === null || !file.has(part)) return [];
  const dateFormats = new Set<string>();
  const styles: boolean[] = [];
  let inCells = false;
  await readXml(file.read(part), {
    open(name, attributes) {
      if (name === 'cellXfs') inCells = true;
      if (name === 'numFmt' && /[dmyhs]/iu.test((attributes['formatCode'] ?? '').replaceAll(literals, '')))
        dateFormats.add(attributes['numFmtId'] ?? '');
      if (name !== 'xf' || !inCells) return;
      const id = attributes['numFmtId'] ?? '0';
      styles.push(dateFormats.has(id) || builtIn(Number(id)));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
    text() {},
  });
  return styles;
}

/**
 * The day that a date cell shows, or its number where that is none. Days are counted as Excel does, which takes 1900 for
 * a leap year: day 60 is a day that never was.
 */
export function dayOfSerial(text: string, from1904: boolean): string {
  const serial = Math.floor(Number(text));
  if (!(serial >= 1 && serial < 2_958_466)) return text;
  if (from1904) return addDays('1904-01-01', serial);
  return addDays('1899-12-30', serial < 60 ? serial + 1 : serial);
}

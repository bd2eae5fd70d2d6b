import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { readSector, type Sector } from '../../kernel/sectors.ts';

export const julyDocument = '2020-08-04-briefing-july-2020';
export const quarterDocument = '2020-03-02-conclusions-q1-2020';

/** A made-up team's folder on the disk: what it holds is written, removed and read again by a test. */
export interface SectorFolder {
  readonly sector: Sector;
  /** Writes a file under data/: YAML text, or what is to be written as YAML. */
  write(path: string, content: unknown): void;
  remove(path: string): void;
  destroy(): void;
}

export function sectorFolder(): SectorFolder {
  const root = mkdtempSync(join(tmpdir(), 'sectors-'));
  const folder = join(root, 'test');
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'sector.yml'),
    'name: { vi: "Thử", en: "Test" }\nport: 4999\nkind: SECTOR\nleadUnit: MIC\n',
  );
  const path = (file: string) => join(folder, 'data', file);
  return {
    sector: readSector('test', root),
    write: (file, content) => {
      mkdirSync(dirname(path(file)), { recursive: true });
      writeFileSync(path(file), typeof content === 'string' ? content : stringify(content));
    },
    remove: (file) => rmSync(path(file), { recursive: true }),
    destroy: () => rmSync(root, { recursive: true, force: true }),
  };
}

const bilingual = (text: string) => ({ vi: text, en: text });

export function indicatorRecord(code: string, given: object = {}) {
  return { code, name: bilingual(code), description: bilingual(code), unit: 'VND', basis: 'FLOW', ...given };
}
export function catalogue(...indicators: readonly (string | object)[]) {
  return {
    indicators: indicators.map((given) => (typeof given === 'string' ? indicatorRecord(given) : given)),
  };
}
/** A figure of June 2020, cited from line 41. */
export function observationRecord(given: object = {}) {
  return {
    indicator: 'test.revenue',
    period: '2020-06',
    value: '10260000000000',
    cite: { line: 41, start: 207, end: 226, printed: '10,26 nghìn tỷ đồng' },
    ...given,
  };
}
export function taskRecord(id: string, given: object = {}) {
  return { id, title: bilingual(id), leadUnits: ['MIC'], cite: { line: 15, start: 0, end: 99 }, ...given };
}
export function highlightRecord(id: string, given: object = {}) {
  return { id, kind: 'RESULT', text: bilingual(id), cite: { line: 50, start: 0, end: 9 }, ...given };
}

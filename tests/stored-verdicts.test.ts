import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkKinds, slips, verdicts } from '../kernel/auditor/verdicts.ts';
import { documents } from '../kernel/registers/documents.ts';
import { readSectors } from '../kernel/sectors.ts';
import { readSectorRows } from '../kernel/load/load-sector.ts';

/*
 * No verdict is stored by record: neither in the data nor in the code. They are computed from the figures whenever they are asked for, so
 * that a new figure is audited like the old ones, and a corrected one is audited anew.
 */
const root = join(import.meta.dirname, '..');

function filesUnder(folder: string, endings: readonly string[]): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !path.includes('node_modules'));
}
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const isTest = (path: string) => /\.test\.ts$|-for-tests\.ts$/u.test(path);

/** What runs: comments may give examples. */
function withoutComments(code: string): string {
  return code.replaceAll(/\/\*[\s\S]*?\*\//gu, '').replaceAll(/(^|\s)\/\/.*$/gmu, '$1');
}

const found = [...verdicts, ...slips, ...checkKinds.filter((kind) => kind.includes('_'))];
const foundWord = new RegExp(`\\b(?:${found.join('|')})\\b`, 'u');

describe('no verdict is stored', () => {
  const data = [
    ...filesUnder('subgraphs', ['.yml', '.yaml', '.json', '.csv']),
    ...filesUnder('kernel/registers', ['.yml']),
  ];

  test('in a data file: no verdict or slip, and no field for one', () => {
    expect(data.length).toBeGreaterThan(40);
    for (const path of data) {
      expect(foundWord.exec(read(path))?.[0], path).toBeUndefined();
      expect(/^\s*-?\s*(?:verdict|slip|computed|checks?)\s*:/mu.exec(read(path))?.[0], path).toBeUndefined();
    }
  });

  test('in a row of any collection', () => {
    for (const sector of readSectors()) {
      const stored = JSON.stringify(readSectorRows(sector).rows);
      expect(foundWord.exec(stored)?.[0], sector.folder).toBeUndefined();
      expect(stored, sector.folder).not.toMatch(/"(?:verdict|slip|computed)":/u);
    }
  });

  test('in the schema of a collection', () => {
    for (const path of filesUnder('kernel/store', ['.ts']).filter((file) => !isTest(file)))
      expect(withoutComments(read(path)), path).not.toMatch(/\b(?:verdict|slip)\b/iu);
  });
});

describe('no code tells a record’s verdict', () => {
  const code = ['kernel', 'commands', 'gateway', 'bench', 'subgraphs']
    .flatMap((folder) => filesUnder(folder, ['.ts']))
    .filter((path) => !isTest(path));
  const judging = code.filter((path) => foundWord.test(withoutComments(read(path))));
  const indicators = readSectors().flatMap((sector) =>
    readSectorRows(sector).rows.indicators.map(({ _id }) => _id),
  );
  const records = [...indicators, ...documents.map(({ id }) => id)];

  test('verdicts are spoken of in the auditor and its reports only', () => {
    expect(judging.length).toBeGreaterThan(10);
    for (const path of judging) expect(path).toMatch(/^(?:kernel\/auditor|commands\/(?:audit|mutations))/u);
  });

  test('and no file that speaks of them, nor any other of the auditor, names an indicator or a document', () => {
    const auditor = code.filter((path) =>
      /^(?:kernel\/(?:auditor|interval)|commands\/(?:audit|mutations))/u.test(path),
    );
    for (const path of new Set([...judging, ...auditor])) {
      const text = withoutComments(read(path));
      const named = records.filter((record) => text.includes(`'${record}'`) || text.includes(`"${record}"`));
      expect(named, path).toEqual([]);
    }
  });

  test('this test would see one', () => {
    expect(foundWord.test("verdict: 'INCONSISTENT'")).toBe(true);
    expect(withoutComments("/* WRONG_BASE */ const a = 'x'; // ROUNDING")).not.toMatch(foundWord);
    expect(records).toContain('telecom.revenue.mobile');
  });
});

import { expect, test } from 'vitest';
import { documents } from '../registers/documents.ts';
import { printReport } from './print-report.ts';

const coverage = (document: string) => ({
  document,
  numbers: { found: 9, covered: 6, excluded: { NAME: 2, OTHER: 1 }, left: 0 },
  deadlineMarks: { found: 0, covered: 0, excluded: {}, left: 0 },
});
const sound = {
  faults: [],
  records: { observations: 3, tasks: 2 },
  coverage: [coverage('a')],
  missingTexts: [],
};

test('counts what was proven, covered and excluded by reason, and says that none is left', () => {
  const lines = printReport({ ...sound, coverage: [coverage('a'), coverage('b')] });
  expect(lines[0]).toBe('Held against the documents: 3 observations, 2 tasks.');
  expect(lines).toContain('  9 numbers: 6 covered, 3 excluded (NAME 2, OTHER 1), none left');
  expect(lines).toContain('  18 numbers: 12 covered, 6 excluded (NAME 4, OTHER 2), none left');
  expect(lines.filter((line) => line.endsWith('no fault')).length).toBeGreaterThan(10);
  expect(lines.join('\n')).not.toContain('NOT PROVEN');
});

test('lists every fault under its check', () => {
  const lines = printReport({ ...sound, faults: [{ check: 'SPANS', at: 'a.yml:1', fault: 'cut' }] });
  expect(lines[lines.findIndex((line) => line.startsWith('SPANS')) + 1]).toBe('  a.yml:1: cut');
});

test('says in its last lines what could not be proven', () => {
  const lines = printReport({ ...sound, coverage: [], missingTexts: ['a', 'b'] });
  expect(lines.slice(-3).join(' ')).toMatch(
    /^NOT PROVEN: texts of documents that are not at hand \(2\): a, b\./u,
  );
});

test('says "no fault" of no check that had nothing to look at', () => {
  const found = (missingTexts: string[], check: string) =>
    printReport({ ...sound, missingTexts }).find((line) => line.startsWith(check));
  expect(found([], 'SPANS')).toMatch(/no fault$/u);
  expect(found(['a'], 'SPANS')).toMatch(/no fault where the text is at hand$/u);
  const all = documents.map(({ id }) => id);
  expect(found(all, 'SPANS')).toMatch(/not proven$/u);
  expect(found(all, 'COVERAGE')).toMatch(/not proven$/u);
  expect(found(all, 'FIGURES')).toMatch(/no fault$/u);
});

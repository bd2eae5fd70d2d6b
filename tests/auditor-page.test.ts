import { readFileSync } from 'node:fs';
import { format } from 'prettier';
import { beforeAll, describe, expect, test } from 'vitest';
import { auditorPage, withReport } from '../commands/mutations/auditor-page.ts';
import { measureMutations, type MutationCounts } from '../commands/mutations/measure.ts';
import { mutationReport, mutationTotals } from '../commands/mutations/mutation-report.ts';
import { checkKinds, slips, verdicts } from '../kernel/auditor/verdicts.ts';
import { readSectors } from '../kernel/sectors.ts';

const page = readFileSync(auditorPage, 'utf8');

describe('docs/auditor.md', () => {
  test.each([...verdicts, ...slips, ...checkKinds])('explains %s', (word) => {
    expect(page).toMatch(new RegExp(`^\\| ${word} +\\| \\S.{30,}`, 'mu'));
  });

  test('names only files that there are', () => {
    for (const [, path = ''] of page.matchAll(/\]\(\.\.\/([\w./-]+)\)/gu))
      expect(() => readSomething(path), path).not.toThrow();
  });
});

function readSomething(path: string): void {
  const whole = new URL(`../${path}`, import.meta.url);
  if (path.endsWith('.ts')) readFileSync(whole);
}

describe('the mutation test of the auditor', () => {
  let counts: MutationCounts;
  beforeAll(() => {
    counts = measureMutations(readSectors());
  }, 120_000);

  test('notices nearly four of five changed digits that a computation covers, and three of ten of all', () => {
    const { all, noticed, covered, refused } = mutationTotals(counts);
    expect(all).toBeGreaterThan(4000);
    expect(noticed / covered).toBeGreaterThan(0.75);
    expect((noticed + refused) / all).toBeGreaterThan(0.3);
  });

  test('leaves no change without a reason', () => {
    const { all } = mutationTotals(counts);
    const counted = Object.values(counts).flatMap((outcomes) => Object.values(outcomes));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(all);
    // The digits of a stated change always have something that is computed from them, or lacks a base.
    expect(counts.CHANGE.ALONE).toBe(0);
  });

  test('is reported in docs/auditor.md as it comes out (npm run audit:mutate -- --write)', async () => {
    const written = withReport(page, mutationReport(counts));
    expect(page).toBe(await format(written, { parser: 'markdown', printWidth: 110 }));
  });
});

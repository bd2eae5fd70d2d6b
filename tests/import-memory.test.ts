import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { writeSyntheticCsv, writeSyntheticWorkbook } from '../bench/synthetic-figures.ts';
import { readSector } from '../kernel/sectors.ts';

const folder = mkdtempSync(join(tmpdir(), 'import-memory-'));
afterAll(() => rmSync(folder, { recursive: true }));
const run = promisify(execFile);
const ROWS = 200_000;

/** What one import takes in a process of its own; a million rows are measured by npm run bench:import. */
test.each([
  ['CSV', writeSyntheticCsv],
  ['xlsx', writeSyntheticWorkbook],
])(
  'two hundred thousand rows of %s are checked in less than 300 MB',
  async (kind, write) => {
    const path = join(folder, `figures.${kind}`);
    await write(path, readSector('telecom'), ROWS);
    const script = join(import.meta.dirname, '../bench/import-once.ts');
    const { stdout } = await run(process.execPath, ['--import', 'tsx', script, path, '2022-09']);
    const { figures, peakMib } = JSON.parse(stdout) as { figures: number; peakMib: number };
    expect(figures).toBe(ROWS);
    expect(peakMib).toBeLessThan(300);
    // The measure itself must be one: a process of ours has more than this without any file.
    expect(peakMib).toBeGreaterThan(50);
  },
  120_000,
);

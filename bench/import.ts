/**
 * npm run bench:import [-- rows] — a million made-up figures (indicator × province × month) as CSV and as a workbook, only
 * checked and wholly imported into a MongoDB of its own: rows a second, and the most memory that the importing process
 * held. Figures are printed and judge nothing.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readEnvironment } from '../kernel/environment.ts';
import { databaseUri } from '../kernel/mongodb/database-uri.ts';
import { openMongoDeployment } from '../kernel/mongodb/deployment.ts';
import { readSector } from '../kernel/sectors.ts';
import { writeSyntheticCsv, writeSyntheticWorkbook } from './synthetic-figures.ts';

const rows = Number(process.argv[2] ?? 1_000_000);
const sector = readSector('telecom');
const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), 'giaoban-bench-'));
const environment = { ...readEnvironment(), mongodbUri: null };
const mongodb = await openMongoDeployment({ environment, dataDir: null, log: console.log });
try {
  const csv = join(folder, 'figures.csv');
  const xlsx = join(folder, 'figures.xlsx');
  await writeSyntheticCsv(csv, sector, rows);
  await writeSyntheticWorkbook(xlsx, sector, rows);
  for (const path of [csv, xlsx]) {
    const mib = ((await stat(path)).size / 2 ** 20).toFixed(0);
    console.log(
      `\n${rows.toLocaleString('en')} synthetic figures, ${path.endsWith('csv') ? 'CSV' : 'xlsx'} of ${mib} MiB`,
    );
    await once('checked ', path);
    const uri = databaseUri(mongodb.uri, `bench_import_${path.endsWith('csv') ? 'csv' : 'xlsx'}`);
    await once('imported', path, uri);
    await once('repeated', path, uri);
  }
} finally {
  await mongodb.stop();
  await rm(folder, { recursive: true, force: true });
}

async function once(what: string, path: string, ...uri: readonly string[]): Promise<void> {
  const script = join(import.meta.dirname, 'import-once.ts');
  const { stdout } = await run(process.execPath, [
    // As package.json starts npm run import: garbage is collected often, and memory stays far below 300 MB.
    '--max-semi-space-size=2',
    '--optimize-for-size',
    '--import',
    'tsx',
    script,
    path,
    '2022-09',
    ...uri,
  ]);
  const { kind, figures, seconds, idleMib, peakMib, pauseMs, pause99Ms } = JSON.parse(stdout) as Record<
    string,
    number
  > & {
    kind: string;
  };
  if (kind === 'INVALID') throw new Error(JSON.stringify(figures));
  const speed = Math.round(rows / (seconds ?? 1)).toLocaleString('en');
  console.log(
    `  ${what}  ${seconds?.toFixed(1)} s, ${speed} rows a second, peak ${peakMib} MiB (idle ${idleMib}), pauses ${pause99Ms} ms (p99), ${pauseMs} ms (longest)`,
  );
}

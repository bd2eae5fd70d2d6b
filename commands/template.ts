/**
 * npm run template -- telecom 2022-09 [--out file.xlsx] [--provinces] — writes the form in which a team reports an edition:
 * its indicators with the last known values (from its database where that runs, else from its data files), a column to fill
 * in, dropdowns, notes and help in Vietnamese. Exits 2 where the command is not understood.
 */
import { parseArgs } from 'node:util';
import { readEnvironment } from '../kernel/environment.ts';
import { CodedError } from '../kernel/errors.ts';
import { readSectorRows } from '../kernel/load/load-sector.ts';
import { lastOfRows, lastOfStore, type LastFigures } from '../kernel/sheets/template/last-figures.ts';
import { templateRows } from '../kernel/sheets/template/template-rows.ts';
import { writeTemplate } from '../kernel/sheets/template/write-template.ts';
import { parseTimePeriod } from '../kernel/time-period/parse.ts';
import { namedSector } from './sheets/named-sector.ts';
import { openTeamStore } from './sheets/team-store.ts';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string' }, provinces: { type: 'boolean', default: false } },
  });
  const [folder, period, ...rest] = positionals;
  if (period === undefined || rest.length > 0)
    throw new Error('name a sector and a briefing, as in: npm run template -- telecom 2022-09');
  const sector = namedSector(folder);
  const edition = parseTimePeriod(period).id;
  const out = values.out ?? `${sector.folder}-${edition.replaceAll('/', '_')}.xlsx`;
  const { rows: data, catalogue } = readSectorRows(sector);
  const store = await openTeamStore(readEnvironment(), sector);
  let last: LastFigures;
  try {
    last = store === null ? lastOfRows(data.observations) : await lastOfStore(store, values.provinces);
  } finally {
    await store?.connection.close();
  }
  const rows = templateRows(catalogue, edition, last, values.provinces);
  await writeTemplate(out, { sector, edition, catalogue, rows });
  const source = store === null ? 'the data files' : 'the database';
  console.log(`${out}: ${rows.length} rows to fill in; last values from ${source}.`);
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(error instanceof CodedError ? error.message : `template: ${error.message}`);
  process.exitCode = 2;
}

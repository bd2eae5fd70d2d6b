/**
 * npm run import -- telecom file.xlsx|file.csv [--edition 2022-09] [--dry-run] [--numbers vi|international] [--delimiter ;]
 * [--lang vi|en] [--json] — checks a file of figures whole and brings it into the edition's draft, all or nothing; the same
 * file again changes nothing. Exits 1 where the file has faults or the draft refuses it, 2 where the command is not
 * understood, the file cannot be read, or there is no database.
 */
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { readEnvironment } from '../kernel/environment.ts';
import { CodedError } from '../kernel/errors.ts';
import { readSectorRows } from '../kernel/load/load-sector.ts';
import { stageImport } from '../kernel/reporting/stage-import.ts';
import { delimiters } from '../kernel/sheets/csv/csv-head.ts';
import { importFile } from '../kernel/sheets/import-file.ts';
import { importLimits } from '../kernel/sheets/import-limits.ts';
import { isNumberFormat } from '../kernel/sheets/number-format.ts';
import { prepareDatabase } from '../kernel/store/prepare-database.ts';
import { importReport } from './sheets/import-report.ts';
import { namedSector } from './sheets/named-sector.ts';
import { progressBar } from './sheets/progress-bar.ts';
import { noDatabase, openTeamStore } from './sheets/team-store.ts';

/** What the draft says no to, as opposed to what cannot be done. */
const refusals: readonly string[] = [
  'VERSION_CONFLICT',
  'ALREADY_PUBLISHED',
  'INVALID_RECORDS',
  'IMPORT_INVALID',
];

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      edition: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      numbers: { type: 'string' },
      delimiter: { type: 'string' },
      lang: { type: 'string', default: 'vi' },
      json: { type: 'boolean', default: false },
    },
  });
  const [folder, path, ...rest] = positionals;
  if (path === undefined || rest.length > 0)
    throw new Error('name a sector and a file, as in: npm run import -- telecom telecom-2022-09.xlsx');
  const { lang, numbers = null, edition = null } = values;
  if (lang !== 'vi' && lang !== 'en') throw new Error('--lang must be vi or en');
  if (numbers !== null && !isNumberFormat(numbers)) throw new Error('--numbers must be vi or international');
  const delimiter = delimiters.find((one) => one === values.delimiter) ?? null;
  if (values.delimiter !== undefined && delimiter === null) throw new Error('--delimiter must be "," or ";"');
  const sector = namedSector(folder);
  const { catalogue } = readSectorRows(sector);
  const store = values['dry-run'] ? null : await openTeamStore(readEnvironment(), sector);
  if (store === null && !values['dry-run']) throw noDatabase(sector);
  const bar = progressBar(lang);
  try {
    if (store !== null) await prepareDatabase(store);
    const outcome = await importFile({
      path,
      sector,
      catalogue,
      edition,
      numbers,
      delimiter,
      expected: null,
      limits: importLimits,
      target: store && { store, by: `command:${userInfo().username}`, stage: stageImport },
      onProgress: (progress) => bar.show(progress),
    });
    bar.stop();
    console.log(values.json ? JSON.stringify(outcome, null, 2) : importReport(outcome, lang));
    process.exitCode = outcome.kind === 'INVALID' ? 1 : 0;
  } finally {
    bar.stop();
    await store?.connection.close();
  }
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(error instanceof CodedError ? error.message : `import: ${error.message}`);
  process.exitCode = error instanceof CodedError && refusals.includes(error.code) ? 1 : 2;
}

/**
 * npm run diff -- 2020-07 2020-Q3 [--sector telecom] [--lang en] [--json] [--from database|files] [--drafts] — what the second
 * briefing says otherwise than the first, as changesSince answers it: figures new, moved, unchanged, restated, no longer reported;
 * tasks new, done, fallen overdue, still open. Of the database where one runs, else of the data files. Exits 2 where the command is
 * not understood or cannot be done.
 */
import { parseArgs } from 'node:util';
import { readEnvironment } from '../kernel/environment.ts';
import { CodedError } from '../kernel/errors.ts';
import { parseTimePeriod } from '../kernel/time-period/parse.ts';
import { diffEditions } from './diff/diff-editions.ts';
import { diffJson } from './diff/diff-json.ts';
import { diffReport } from './diff/diff-report.ts';
import { readReportOptions, reportOptions, sourceLine } from './reports/report-options.ts';
import { readReportRecords } from './reports/report-records.ts';

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: reportOptions });
  const [first, second, ...rest] = positionals;
  if (first === undefined || second === undefined || rest.length > 0)
    throw new Error(
      'name two briefings by their periods, the earlier first, as in: npm run diff -- 2020-07 2020-Q3',
    );
  const { language, ...request } = readReportOptions(values);
  const since = parseTimePeriod(first).id;
  const edition = parseTimePeriod(second).id;
  if (since === edition) throw new Error(`name two briefings, but both are ${edition}`);
  const records = await readReportRecords(readEnvironment(), { ...request, editions: [since, edition] });
  const diffs = diffEditions(since, edition, records.sectors);
  const { source, drafts } = records;
  console.log(
    values.json
      ? JSON.stringify({ source, drafts, ...diffJson(since, edition, diffs) }, null, 2)
      : `${diffReport(since, edition, diffs, language)}\n\n${sourceLine(records, language)}`,
  );
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(error instanceof CodedError ? error.message : `diff: ${error.message}`);
  process.exitCode = 2;
}

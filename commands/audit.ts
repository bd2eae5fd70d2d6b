/**
 * npm run audit -- 2020-07 [--sector telecom] [--lang en] [--all] [--json] [--from database|files] [--drafts] — what the auditor
 * finds in a briefing: every stated change and every check that is not CONSISTENT, or all of them, and the changes that nobody
 * states. Of the database where one runs, else of the data files. Exits 1 where a finding is INCONSISTENT, 2 where the command is
 * not understood or cannot be done.
 */
import { parseArgs } from 'node:util';
import { readEnvironment } from '../kernel/environment.ts';
import { CodedError } from '../kernel/errors.ts';
import { parseTimePeriod } from '../kernel/time-period/parse.ts';
import { auditEdition } from './audit/audit-edition.ts';
import { auditReport } from './audit/audit-report.ts';
import { readReportOptions, reportOptions, sourceLine } from './reports/report-options.ts';
import { readReportRecords } from './reports/report-records.ts';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { ...reportOptions, all: { type: 'boolean', default: false } },
  });
  const [text, ...rest] = positionals;
  if (text === undefined || rest.length > 0)
    throw new Error('name one briefing by its period, as in: npm run audit -- 2020-07');
  const { language, ...request } = readReportOptions(values);
  const edition = parseTimePeriod(text).id;
  const records = await readReportRecords(readEnvironment(), { ...request, editions: [edition] });
  const audit = auditEdition(edition, records.sectors);
  const { source, drafts } = records;
  console.log(
    values.json
      ? JSON.stringify({ briefing: edition, source, drafts, ...audit }, null, 2)
      : `${auditReport(edition, audit, { language, all: values.all })}\n\n${sourceLine(records, language)}`,
  );
  process.exitCode = audit.findings.some(({ verdict }) => verdict === 'INCONSISTENT') ? 1 : 0;
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(error instanceof CodedError ? error.message : `audit: ${error.message}`);
  process.exitCode = 2;
}

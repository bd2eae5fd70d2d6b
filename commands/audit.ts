/**
 * npm run audit -- 2020-07 [--sector telecom] [--lang en] [--all] [--json] — what the auditor finds in a briefing, computed from
 * the data files: every stated change and every check that is not CONSISTENT, or all of them, and the changes that no document
 * states. Exits 1 where a finding is INCONSISTENT, 2 where the command is not understood.
 */
import { parseArgs } from 'node:util';
import { CodedError } from '../kernel/errors.ts';
import { parseTimePeriod } from '../kernel/time-period/parse.ts';
import { auditEdition } from './audit/audit-edition.ts';
import { auditReport } from './audit/audit-report.ts';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      sector: { type: 'string' },
      lang: { type: 'string', default: 'vi' },
      all: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const [text, ...rest] = positionals;
  if (text === undefined || rest.length > 0)
    throw new Error('name one briefing by its period, as in: npm run audit -- 2020-07');
  if (values.lang !== 'vi' && values.lang !== 'en') throw new Error('--lang must be vi or en');
  const edition = parseTimePeriod(text).id;
  const audit = auditEdition(edition, values.sector ?? null);
  console.log(
    values.json
      ? JSON.stringify({ briefing: edition, ...audit }, null, 2)
      : auditReport(edition, audit, { language: values.lang === 'en' ? 'EN' : 'VI', all: values.all }),
  );
  process.exitCode = audit.findings.some(({ verdict }) => verdict === 'INCONSISTENT') ? 1 : 0;
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(error instanceof CodedError ? error.message : `audit: ${error.message}`);
  process.exitCode = 2;
}

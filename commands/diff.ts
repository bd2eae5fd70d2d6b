/**
 * npm run diff -- 2020-07 2020-Q3 [--sector telecom] [--lang en] [--json] — what the second briefing says otherwise than
 * the first, computed from the data files, as changesSince answers it: figures new, moved, unchanged, restated, no
 * longer reported; tasks new, done, fallen overdue, still open. Exits 2 where the command is not understood.
 */
import { parseArgs } from 'node:util';
import { CodedError } from '../kernel/errors.ts';
import { parseTimePeriod } from '../kernel/time-period/parse.ts';
import { diffEditions } from './diff/diff-editions.ts';
import { diffJson } from './diff/diff-json.ts';
import { diffReport } from './diff/diff-report.ts';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      sector: { type: 'string' },
      lang: { type: 'string', default: 'vi' },
      json: { type: 'boolean', default: false },
    },
  });
  const [first, second, ...rest] = positionals;
  if (first === undefined || second === undefined || rest.length > 0)
    throw new Error(
      'name two briefings by their periods, the earlier first, as in: npm run diff -- 2020-07 2020-Q3',
    );
  if (values.lang !== 'vi' && values.lang !== 'en') throw new Error('--lang must be vi or en');
  const since = parseTimePeriod(first).id;
  const edition = parseTimePeriod(second).id;
  const diffs = diffEditions(since, edition, values.sector ?? null);
  console.log(
    values.json
      ? JSON.stringify(diffJson(since, edition, diffs), null, 2)
      : diffReport(since, edition, diffs, values.lang === 'en' ? 'EN' : 'VI'),
  );
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(error instanceof CodedError ? error.message : `diff: ${error.message}`);
  process.exitCode = 2;
}

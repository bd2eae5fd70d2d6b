/**
 * npm run tasks -- [--as-of 2020-05-01] [--sector telecom] [--outcome OPEN_OVERDUE] [--lang en] [--json] [--from database|files]
 * [--drafts] — who owes what on a day (today in Ha Noi unless said): by unit, overdue first, and all that is not done unless
 * outcomes are named. Of the database where one runs, else of the data files. Exits 2 where the command is not understood or
 * cannot be done.
 */
import { parseArgs } from 'node:util';
import { readEnvironment } from '../kernel/environment.ts';
import { CodedError } from '../kernel/errors.ts';
import { parseLocalDate, todayInHanoi } from '../kernel/local-date.ts';
import { taskOutcomes, type TaskOutcome } from '../kernel/vocabulary.ts';
import { readReportOptions, reportOptions, sourceLine } from './reports/report-options.ts';
import { readReportRecords } from './reports/report-records.ts';
import { owedTasks } from './tasks/owed-tasks.ts';
import { tasksReport } from './tasks/tasks-report.ts';

/** Owed on the day: what has no date ("khẩn trương") is owed as well. */
const open = ['OPEN_OVERDUE', 'OPEN_IN_TERM', 'RECURRING', 'OPEN_WITHOUT_DEADLINE'] satisfies TaskOutcome[];

function isOutcome(text: string): text is TaskOutcome {
  return (taskOutcomes as readonly string[]).includes(text);
}

try {
  const { values } = parseArgs({
    options: {
      ...reportOptions,
      'as-of': { type: 'string' },
      outcome: { type: 'string', multiple: true, default: [...open] },
    },
  });
  const { language, ...request } = readReportOptions(values);
  const outcomes = values.outcome.map((text) => {
    if (!isOutcome(text)) throw new Error(`--outcome must be one of ${taskOutcomes.join(', ')}`);
    return text;
  });
  const asOf = values['as-of'] === undefined ? todayInHanoi() : parseLocalDate(values['as-of']);
  const records = await readReportRecords(readEnvironment(), { ...request, editions: [] });
  const tasks = owedTasks(asOf, outcomes, records.sectors);
  const { source, drafts } = records;
  console.log(
    values.json
      ? JSON.stringify({ asOf, source, drafts, tasks }, null, 2)
      : `${tasksReport(asOf, tasks, language)}\n\n${sourceLine(records, language)}`,
  );
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(error instanceof CodedError ? error.message : `tasks: ${error.message}`);
  process.exitCode = 2;
}

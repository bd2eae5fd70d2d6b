/**
 * npm run tasks -- [--as-of 2020-05-01] [--sector telecom] [--outcome OPEN_OVERDUE] [--lang en] [--json] — who owes what on a day
 * (today in Ha Noi unless said), from the data files: by unit, overdue first, and all that is not done unless outcomes are named.
 * Exits 2 where the command is not understood.
 */
import { parseArgs } from 'node:util';
import { CodedError } from '../kernel/errors.ts';
import { parseLocalDate, todayInHanoi } from '../kernel/local-date.ts';
import { taskOutcomes, type TaskOutcome } from '../kernel/vocabulary.ts';
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
      'as-of': { type: 'string' },
      sector: { type: 'string' },
      outcome: { type: 'string', multiple: true, default: [...open] },
      lang: { type: 'string', default: 'vi' },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.lang !== 'vi' && values.lang !== 'en') throw new Error('--lang must be vi or en');
  const outcomes = values.outcome.map((text) => {
    if (!isOutcome(text)) throw new Error(`--outcome must be one of ${taskOutcomes.join(', ')}`);
    return text;
  });
  const asOf = values['as-of'] === undefined ? todayInHanoi() : parseLocalDate(values['as-of']);
  const owed = owedTasks(asOf, outcomes, values.sector ?? null);
  console.log(
    values.json ? JSON.stringify(owed, null, 2) : tasksReport(asOf, owed, values.lang === 'en' ? 'EN' : 'VI'),
  );
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(error instanceof CodedError ? error.message : `tasks: ${error.message}`);
  process.exitCode = 2;
}

import { describe, expect, it } from 'vitest';
import { readSectors } from '../../kernel/sectors.ts';
import { recordsOfFiles } from '../reports/report-records.ts';
import { owedTasks } from './owed-tasks.ts';
import { tasksReport } from './tasks-report.ts';

const all = recordsOfFiles(readSectors());
const of = (folder: string) => all.filter(({ sector }) => sector.folder === folder);

describe('who owes what', () => {
  it('counts a task as overdue from the day after its last day in time', () => {
    const overdue = (day: string) =>
      owedTasks(day, ['OPEN_OVERDUE'], of('it-application')).filter(
        ({ deadline }) => deadline === 'trước 01/5/2020',
      );
    expect(overdue('2020-04-30')).toEqual([]);
    expect(overdue('2020-05-01')).toHaveLength(1);
  });

  it('knows nothing before the day of the assignment', () => {
    expect(owedTasks('2020-03-01', ['OPEN_IN_TERM', 'OPEN_OVERDUE', 'OPEN_WITHOUT_DEADLINE'], all)).toEqual(
      [],
    );
  });

  it('orders by the last day in time', () => {
    const days = owedTasks('2020-05-01', ['OPEN_OVERDUE'], all).map(({ latest }) => latest ?? '');
    expect(days.length).toBeGreaterThan(5);
    expect(days).toEqual(days.toSorted());
  });

  it('prints the unit, how late it is, and the line', () => {
    const report = tasksReport(
      '2020-05-01',
      owedTasks('2020-05-01', ['OPEN_OVERDUE'], of('it-application')),
      'EN',
    );
    expect(report).toContain('Authority of Information Technology Application');
    expect(report).toContain('overdue (trước 01/5/2020, 1 day late)');
    expect(report).toContain('[2020-03-02-conclusions-q1-2020:39]');
  });

  it('prints how long what is in term still has, and counts what is owed', () => {
    const report = (day: string) =>
      tasksReport(day, owedTasks(day, ['OPEN_OVERDUE', 'OPEN_IN_TERM'], of('press')), 'EN');
    expect(report('2020-06-28')).toContain('in term (trước 30/6/2020, 1 day left)');
    expect(report('2020-06-29')).toContain('in term (trước 30/6/2020, due today)');
    expect(report('2020-06-30')).toContain('overdue (trước 30/6/2020, 1 day late)');
    expect(report('2020-06-30')).toMatch(/^On 2020-06-30: (\d+) tasks? \(1 overdue/u);
  });

  it('prints a task of several units under each, once in the count', () => {
    const shared = owedTasks('2020-12-01', ['OPEN_IN_TERM'], all).filter(
      ({ leadUnits }) => leadUnits.length > 1,
    );
    const [task] = shared;
    if (task === undefined) throw new Error('there is one that several units lead');
    const report = tasksReport('2020-12-01', [task], 'VI');
    expect(report.split(task.title.vi)).toHaveLength(task.leadUnits.length + 1);
    expect(report).toContain('1 nhiệm vụ');
  });
});

import { describe, expect, it } from 'vitest';
import { owedTasks } from './owed-tasks.ts';
import { tasksReport } from './tasks-report.ts';

describe('who owes what', () => {
  it('counts a task as overdue from the day after its last day in time', () => {
    const overdue = (day: string) =>
      owedTasks(day, ['OPEN_OVERDUE'], 'it-application').filter(
        ({ deadline }) => deadline === 'trước 01/5/2020',
      );
    expect(overdue('2020-04-30')).toEqual([]);
    expect(overdue('2020-05-01')).toHaveLength(1);
  });

  it('knows nothing before the day of the assignment', () => {
    expect(owedTasks('2020-03-01', ['OPEN_IN_TERM', 'OPEN_OVERDUE', 'OPEN_WITHOUT_DEADLINE'], null)).toEqual(
      [],
    );
  });

  it('orders by the last day in time', () => {
    const days = owedTasks('2020-05-01', ['OPEN_OVERDUE'], null).map(({ latest }) => latest ?? '');
    expect(days.length).toBeGreaterThan(5);
    expect(days).toEqual(days.toSorted());
  });

  it('prints the unit, how late it is, and the line', () => {
    const report = tasksReport(
      '2020-05-01',
      owedTasks('2020-05-01', ['OPEN_OVERDUE'], 'it-application'),
      'EN',
    );
    expect(report).toContain('Authority of Information Technology Application');
    expect(report).toContain('overdue (trước 01/5/2020, 1 day late)');
    expect(report).toContain('[2020-03-02-conclusions-q1-2020:39]');
  });

  it('names the sectors that exist where one does not', () => {
    expect(() => owedTasks('2020-05-01', ['OPEN_OVERDUE'], 'nowhere')).toThrow(/postal, telecom/u);
  });
});

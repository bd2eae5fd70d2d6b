import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}
/** `npm run VERB -- ARGUMENTS`, as a person types it; of the data files, whatever runs on this machine. */
function run(verb: string, ...args: readonly string[]): Promise<Ran> {
  return runAs([verb, ...args, '--from', 'files']);
}
function runAs([verb = '', ...args]: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      'npm',
      ['run', '--silent', verb, '--', ...args],
      { cwd: root, maxBuffer: 1e8 },
      (error, out, told) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, error: told }),
    );
  });
}

describe.concurrent('npm run audit', { timeout: 120_000 }, () => {
  test('reports in Vietnamese, and exits 1 where something is INCONSISTENT', async () => {
    const { code, out, error } = await run('audit', '2020-07');
    expect(code).toBe(1);
    expect(error).toBe('');
    expect(out).toMatch(/^2020-07: \d+ CONSISTENT, \d+ ROUNDING, \d+ INCONSISTENT/u);
    expect(out).toContain(
      'INCONSISTENT (WRONG_BASE)  COMPARISON  Doanh thu di động trong tháng, tháng 6/2020',
    );
    expect(out).toContain('8,1 ÷ 7,39 − 1 = 9,607…%: có thể đã chia cho số của kỳ sau.');
  });

  test('exits 0 where nothing is, in English where asked', async () => {
    const { code, out } = await run('audit', '2022-08', '--lang', 'en', '--sector', 'press', '--all');
    expect(code).toBe(0);
    expect(out).toContain('CONSISTENT (POINTS_AS_PERCENT)  COMPARISON  Share of negative news');
    expect(out).not.toContain('TELECOM');
  });

  test('gives a program the same as JSON, and takes a period by any of its names', async () => {
    const { code, out } = await run('audit', '2020-M07', '--json');
    expect(code).toBe(1);
    const audit = JSON.parse(out) as {
      briefing: string;
      findings: { verdict: string; slip: string | null }[];
      uncompared: unknown[];
    };
    expect(audit.briefing).toBe('2020-07');
    expect(audit.findings.filter(({ slip }) => slip === 'WRONG_BASE')).toMatchObject([
      { sector: 'TELECOM', stated: '-9.6', computed: '-8.765432099', verdict: 'INCONSISTENT' },
    ]);
    expect(audit.uncompared.length).toBeGreaterThan(0);
  });

  test.each([
    [[], 'name one briefing by its period'],
    [['2020-07', '--sector', 'nowhere'], 'there is no sector "nowhere"; there are postal'],
    [['2020-07', '--everything'], '--everything'],
    [['2020-07', '--drafts'], '--drafts are in the database only'],
  ])('exits 2 on %j and says how', async (args, message) => {
    const { code, out, error } = await run('audit', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toContain(message);
  });
});

describe.concurrent('npm run tasks', { timeout: 120_000 }, () => {
  test('prints who owed what on a day', async () => {
    const { code, out } = await run('tasks', '--as-of', '2020-05-01');
    expect(code).toBe(0);
    expect(out).toMatch(/^Ngày 1\/5\/2020: \d+ nhiệm vụ \(\d+ quá hạn, \d+ trong hạn/u);
    expect(out).toMatch(/^Cục Tin học hóa \(\d+ quá hạn/mu);
    expect(out).toContain('quá hạn (trước 01/5/2020, muộn 1 ngày)');
  });

  test('is of today in Ha Noi unless said, as JSON where asked', async () => {
    const { code, out } = await run(
      'tasks',
      '--json',
      '--outcome',
      'OPEN_OVERDUE',
      '--sector',
      'cybersecurity',
    );
    expect(code).toBe(0);
    const { tasks, source } = JSON.parse(out) as { source: string; tasks: { outcome: string }[] };
    expect(source).toBe('files');
    expect(tasks.length).toBeGreaterThan(0);
    expect(new Set(tasks.map(({ outcome }) => outcome))).toEqual(new Set(['OPEN_OVERDUE']));
  });

  test.each([
    [['--as-of', '1/5/2020'], '1/5/2020'],
    [['--outcome', 'LATE'], '--outcome must be one of'],
  ])('exits 2 on %j and says how', async (args, message) => {
    const { code, error } = await run('tasks', ...args);
    expect(code).toBe(2);
    expect(error).toContain(message);
  });
});

describe.concurrent('npm run diff', { timeout: 120_000 }, () => {
  test('prints what became of figures and tasks', async () => {
    const { code, out } = await run('diff', '2020-S1', '2020-Q3', '--lang', 'en', '--sector', 'press');
    expect(code).toBe(0);
    expect(out).toContain('From the briefing of 2020-S1 to that of 2020-Q3');
    expect(out).toContain(
      '9,637 stations (6 July 2020) → 9,534 stations (August 2020): −103 stations (−1.07%); a change that is not stated',
    );
  });

  test('gives a program the same as JSON', async () => {
    const { code, out } = await run('diff', '2020-07', '2020-Q3', '--json');
    expect(code).toBe(0);
    const diff = JSON.parse(out) as { since: string; briefing: string; sectors: { sector: string }[] };
    expect(diff).toMatchObject({ since: '2020-07', briefing: '2020-Q3' });
    expect(diff.sectors).toHaveLength(7);
  });

  test.each([
    [['2020-07'], 'name two briefings'],
    [['2020-07', '2020-M07'], 'both are 2020-07'],
  ])('exits 2 on %j and says how', async (args, message) => {
    const { code, error } = await run('diff', ...args);
    expect(code).toBe(2);
    expect(error).toContain(message);
  });
});

describe('npm run audit:mutate', { timeout: 120_000 }, () => {
  test('exits 2 on what it does not know', async () => {
    const { code, error } = await runAs(['audit:mutate', '--wrte']);
    expect(code).toBe(2);
    expect(error).toContain('--wrte');
  });
});

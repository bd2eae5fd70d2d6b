import { describe, expect, test } from 'vitest';
import { createLog, redact } from './log.ts';

function lines(
  level: 'info' | 'warn',
  write: (log: ReturnType<typeof createLog>) => void,
): Record<string, unknown>[] {
  const written: string[] = [];
  write(createLog('telecom', { logLevel: level }, { write: (line) => written.push(line) }));
  return written.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('createLog', () => {
  test('writes one JSON object a line, with the level as a word and the time in UTC', () => {
    const [line] = lines('info', (log) => log.info({ ms: 3 }, 'answered'));
    expect(line).toMatchObject({ level: 'info', name: 'telecom', msg: 'answered', ms: 3, pid: process.pid });
    expect(line?.['time']).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/u);
    expect(line).not.toHaveProperty('hostname');
  });

  test('leaves out what is less important than LOG_LEVEL', () => {
    expect(
      lines('warn', (log) => {
        log.info('a');
        log.warn('b');
      }),
    ).toHaveLength(1);
  });

  test('hides secrets at any depth, and in messages and stacks, and stays JSON', () => {
    const error = new Error('cannot reach mongodb+srv://giaoban:s3cret@cluster.example/x', {
      cause: new Error('mongodb://u:s3cret@h1,h2/?tls=true'),
    });
    const written = lines('info', (log) => {
      log.info({ req: { headers: { authorization: 'Bearer s3cret.token', cookie: 'sid=s3cret' } } }, 'asked');
      log.info({ a: { b: { Authorization: 'Basic "s3cret' } } }, 'nested');
      log.error({ err: error }, 'with Bearer s3cret-token-2');
    });
    expect(written).toHaveLength(3);
    expect(JSON.stringify(written)).not.toContain('s3cret');
    expect(JSON.stringify(written)).toContain('cluster.example');
  });
});

test.each([
  ['mongodb://127.0.0.1:27017/?replicaSet=x', 'mongodb://127.0.0.1:27017/?replicaSet=x'],
  ['mongodb://me:pw@h/x', 'mongodb://[redacted]@h/x'],
  ['{"set-cookie":["a=1","b=2"],"x":1}', '{"set-cookie":"[redacted]","x":1}'],
  ['Basic training of units', 'Basic training of units'],
])('redact %s', (line, shown) => {
  expect(redact(line)).toBe(shown);
});

import { describe, expect, test } from 'vitest';
import { readSectors } from '../../kernel/sectors.ts';
import { requestedToken } from './requested-token.ts';

const requested = (line: string) => requestedToken(line.split(' ').filter(Boolean), readSectors());

describe('what the command line asks for', () => {
  test.each([
    [
      '--role editor --sector it-application',
      { kind: 'EDITOR', sector: 'IT_APPLICATION' },
      'it-application@development',
    ],
    ['--role office', { kind: 'OFFICE' }, 'office@development'],
    ['--role administrator --subject an.nguyen@mic', { kind: 'ADMINISTRATOR' }, 'an.nguyen@mic'],
    ['--role reader', { kind: 'READER' }, 'reader@development'],
  ])('%s', (line, role, subject) => {
    expect(requested(line)).toEqual({ role, subject, hours: 8, json: false });
  });

  test('with its hours, and for programs', () => {
    expect(requested('--role reader --hours 0.5 --json')).toMatchObject({ hours: 0.5, json: true });
  });
});

describe('what cannot be given is said, with what can', () => {
  test.each([
    ['', '--role must be one of reader, editor, office, administrator, but got: none'],
    ['--role boss', '--role must be one of reader, editor, office, administrator, but got: "boss"'],
    ['--role editor', /^--sector must be one of .*telecom.*, but got: none$/u],
    ['--role editor --sector TELECOM', /^--sector must be one of .*telecom.*, but got: "TELECOM"$/u],
    ['--role editor --sector office', /^--sector must be one of /u],
    ['--role office --sector telecom', '--sector goes with --role editor only, not with office'],
    ['--role reader --hours 0', '--hours must be more than 0 and at most 720, but got: "0"'],
    ['--role reader --hours 721', /^--hours must/u],
    ['--role reader --hours 1e2', /^--hours must/u],
    ['--role reader --days 2', /--days/u],
    ['--role reader again', /again/u],
  ])('%s', (line, message) => {
    expect(() => requested(line)).toThrow(message);
  });

  test('a subject that cannot be printed', () => {
    const args = ['--role', 'reader', '--subject', 'a\nb'];
    expect(() => requestedToken(args, readSectors())).toThrow(/--subject must be/u);
  });
});

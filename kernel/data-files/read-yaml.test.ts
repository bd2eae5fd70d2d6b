import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { Faults, readObject, readRecords } from './read-yaml.ts';

const folder = mkdtempSync(join(tmpdir(), 'yaml-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'things.yml');
const format = z.strictObject({ id: z.string(), place: z.strictObject({ line: z.int() }) });

function records(text: string) {
  writeFileSync(path, text);
  const faults = new Faults();
  const read = readRecords(path, format, faults);
  // Where the folder lies is the machine's business: only what follows the file's name is looked at.
  return { read, faults: faults.list.map((fault) => fault.replace(/^.*things\.yml/u, '')) };
}

test('each record comes with its file and line', () => {
  const { read, faults } = records(
    '- id: a\n  place: { line: 1 }\n# a comment\n- id: b\n  place:\n    line: 2\n',
  );
  expect(faults).toEqual([]);
  expect(read.map(({ record }) => record.id)).toEqual(['a', 'b']);
  expect(read.map(({ at }) => at.replace(/^.*things/u, 'things'))).toEqual(['things.yml:1', 'things.yml:4']);
});

test('a text is read in composed form, and no text as anything but text', () => {
  expect(records('- { id: "Hoà Bình", place: { line: 1 } }'.normalize('NFD')).read[0]?.record.id).toBe(
    'Hoà Bình',
  );
  expect(records('- { id: 2020-08-04, place: { line: 1 } }').read[0]?.record.id).toBe('2020-08-04');
});

test('a faulty field is told with its own line, a missing one with its record’s, and the good records are read', () => {
  const { read, faults } = records(
    '- id: a\n  place:\n    line: one\n- place: { line: 1 }\n- { id: c, place: { line: 1 } }\n',
  );
  expect(faults).toEqual([
    expect.stringMatching(/^:3: place\.line: Invalid input/u),
    expect.stringMatching(/^:4: id: Invalid input/u),
  ]);
  expect(read.map(({ record }) => record.id)).toEqual(['c']);
});

test('a misspelt field is a fault', () => {
  expect(records('- { id: a, place: { line: 1 }, plase: 2 }').faults).toEqual([
    expect.stringMatching(/^:1: record: .*plase/u),
  ]);
});

test('broken YAML is told with its line, and so is a key that stands twice', () => {
  expect(records('- id: a\n  place: { line: 1\n').faults).toEqual([expect.stringMatching(/^:[23]: /u)]);
  expect(records('- id: a\n  id: b\n  place: { line: 1 }\n').faults).toEqual([
    expect.stringMatching(/^:2: Map keys must be unique/u),
  ]);
});

test('a file that holds no list is a fault; one that is not there has no records', () => {
  expect(records('id: a\n').faults).toEqual([':1: must be a list of records']);
  expect(records('').faults).toEqual([': must be a list of records']);
  const faults = new Faults();
  expect(readRecords(join(folder, 'none.yml'), format, faults)).toEqual([]);
  expect(readObject(join(folder, 'none.yml'), format, faults)).toBeNull();
  expect(faults.list).toEqual([]);
});

test('the one object of a file is held to its format', () => {
  const object = (text: string) => {
    writeFileSync(path, text);
    const faults = new Faults();
    return [readObject(path, format, faults)?.record ?? null, faults.list.length];
  };
  expect(object('id: a\nplace: { line: 1 }\n')).toEqual([{ id: 'a', place: { line: 1 } }, 0]);
  expect(object('id: 1\nplace: { line: x }\n')).toEqual([null, 2]);
  expect(object('id: [\n')).toEqual([null, 1]);
});

test('all faults are thrown at once, with their number; none throws nothing', () => {
  const faults = new Faults();
  faults.throwIfAny();
  faults.add('a.yml:1', 'one');
  faults.add('b.yml:2', 'two');
  expect(() => faults.throwIfAny()).toThrow(
    expect.objectContaining({
      code: 'DATA_FILE_INVALID',
      message: 'The data files have 2 faults:\na.yml:1: one\nb.yml:2: two',
    }),
  );
});

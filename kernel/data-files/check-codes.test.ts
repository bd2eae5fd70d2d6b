import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  catalogue,
  highlightRecord,
  indicatorRecord,
  julyDocument,
  observationRecord,
  quarterDocument,
  sectorFolder,
  taskRecord,
  type SectorFolder,
} from '../../tests/support/sector-folder.ts';
import { checkCodes } from './check-codes.ts';
import { readSectorData } from './read-sector-data.ts';
import { Faults } from './read-yaml.ts';

let folder: SectorFolder;
beforeEach(() => {
  folder = sectorFolder();
  folder.write('indicators.yml', catalogue('test.revenue'));
});
afterEach(() => folder.destroy());

/** The faults of the folder, without the path before the file's name. */
function faults(): string[] {
  const found = new Faults();
  const data = readSectorData(folder.sector, found);
  checkCodes(data, found);
  return found.list.map((fault) => fault.replace(/^.*\/(?=[\w-]+\.yml)/u, ''));
}
const july = (file: string, ...records: object[]) => folder.write(`${julyDocument}/${file}.yml`, records);
const task = (given: object) => folder.write(`${quarterDocument}/tasks.yml`, [taskRecord('a', given)]);

test('good data has no fault', () => {
  july('observations', observationRecord({ province: '79', agency: 'MIC' }));
  july(
    'highlights',
    highlightRecord('a', { provinces: ['01'], agencies: ['MIC'], indicators: ['test.revenue'] }),
  );
  task({ coordinatingUnits: ['SO_TTTT'], addressedTo: 'ALL_PROVINCES', indicators: ['test.revenue'] });
  expect(faults()).toEqual([]);
});

describe('a code that does not exist is told with the file and line that names it', () => {
  test.each([
    [{ indicator: 'test.other' }, 'there is no indicator test.other in the catalogue'],
    [{ province: '99' }, 'there is no province 99'],
    [{ province: 'TPHCM' }, 'there is no province TPHCM'],
    [{ agency: 'NOBODY' }, 'there is no agency NOBODY'],
    [{ scope: 'RURAL' }, 'there is no scope RURAL'],
  ])('observation %j', (given, fault) => {
    july('observations', observationRecord(), observationRecord(given));
    expect(faults()).toEqual([expect.stringMatching(/^observations\.yml:\d+: /u)]);
    expect(faults()[0]).toContain(fault);
  });

  test.each([
    ['tasks', taskRecord('a', { leadUnits: ['X'], coordinatingUnits: ['Y'], indicators: ['test.z'] }), 3],
    ['tasks', taskRecord('a', { addressedTo: 'SOME_PROVINCES', provinces: ['00'] }), 1],
    ['highlights', highlightRecord('a', { provinces: ['00'], agencies: ['X'], indicators: ['test.z'] }), 3],
  ])('%s: each of them', (file, record, count) => {
    july(file, record);
    expect(faults()).toHaveLength(count);
  });
});

describe('a period', () => {
  test('must be one of the calendar', () => {
    july('observations', observationRecord({ period: '2020-13' }));
    expect(faults()).toEqual([expect.stringContaining('A time period must be')]);
  });
  test('must be written as it is printed, of a comparison as well', () => {
    const comparison = {
      base: 'YEAR_ON_YEAR',
      period: '2019-H1',
      direction: 'UP',
      cite: observationRecord().cite,
    };
    july('observations', observationRecord({ period: '2020-01-01/P6M', comparisons: [comparison] }));
    expect(faults()).toEqual([
      expect.stringContaining('period 2020-01-01/P6M must be written 2020-S1'),
      expect.stringContaining('period 2019-H1 must be written 2019-S1'),
    ]);
  });
});

describe('a task', () => {
  test.each([
    [{ addressedTo: 'SOME_PROVINCES' }, 'provinces must be named where addressedTo is SOME_PROVINCES'],
    [{ provinces: ['01'] }, 'provinces must be named where addressedTo is SOME_PROVINCES'],
    [{ status: 'DONE' }, 'completedOn must stand where the status is DONE'],
    [{ completedOn: '2020-07-06' }, 'completedOn must stand where the status is DONE'],
    [{ status: 'DONE', completedOn: '2020-03-01' }, '2020-03-01 lies before the assignment on 2020-03-02'],
    [{ status: 'CANCELLED' }, 'must have a progress note of the day it was called off'],
    [{ progress: [note('2020-07-06', 'OPEN', 'nowhere')] }, 'progress: no document nowhere'],
    [{ progress: [note('2020-01-01', 'OPEN')] }, '2020-01-01 lies before the assignment'],
    [
      { status: 'DONE', completedOn: '2020-09-07', progress: [note('2020-07-06', 'IN_PROGRESS')] },
      'the status is DONE, but the latest progress note says IN_PROGRESS',
    ],
  ])('%j is refused', (given, fault) => {
    task(given);
    expect(faults()).toEqual([expect.stringContaining(fault)]);
  });

  test('may be told done by its latest note, in whatever order the notes stand', () => {
    task({ progress: [note('2020-09-07', 'DONE'), note('2020-07-06', 'IN_PROGRESS')] });
    expect(faults()).toEqual([]);
  });
});
function note(on: string, status: string, document = julyDocument) {
  return { on, status, document, text: { vi: 'a', en: 'a' }, cite: { line: 1, start: 0, end: 5 } };
}

describe('the catalogue', () => {
  test.each([
    [indicatorRecord('other.revenue'), 'an indicator\'s code must begin with "test."'],
    [indicatorRecord('test.revenue', { unit: 'NOTHING' }), 'there is no unit NOTHING'],
    [indicatorRecord('test.revenue', { leadUnit: 'NOBODY' }), 'there is no agency NOBODY'],
    [indicatorRecord('test.revenue', { parent: 'test.none' }), 'there is no indicator test.none'],
    [indicatorRecord('test.revenue', { numerators: ['test.none'] }), 'there is no indicator test.none'],
    [indicatorRecord('test.revenue', { denominators: ['test.none'] }), 'there is no indicator test.none'],
    [indicatorRecord('test.revenue', { parent: 'test.revenue' }), 'it is a part of itself'],
  ])('refuses %o', (indicator, fault) => {
    folder.write('indicators.yml', catalogue(indicator));
    expect(faults()).toEqual([expect.stringContaining(fault)]);
  });

  test('finds parts that go round in a circle, and ends where one hangs below such a circle', () => {
    folder.write(
      'indicators.yml',
      catalogue(
        indicatorRecord('test.a', { parent: 'test.b' }),
        indicatorRecord('test.b', { parent: 'test.a' }),
        indicatorRecord('test.c', { parent: 'test.a' }),
      ),
    );
    expect(faults()).toEqual([
      expect.stringContaining('(test.a): it is a part of itself'),
      expect.stringContaining('(test.b): it is a part of itself'),
    ]);
  });

  test('refuses a code that stands twice', () => {
    folder.write('indicators.yml', catalogue('test.revenue', 'test.revenue'));
    expect(faults()).toEqual([expect.stringContaining('test.revenue stands twice')]);
  });
});

test('a folder that is named for no document is told', () => {
  folder.write('2020-08-05-briefing/observations.yml', []);
  expect(faults()).toEqual([expect.stringContaining('is named for no document of the register')]);
});

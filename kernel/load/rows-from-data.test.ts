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
import { endOfTime } from '../store/rows.ts';
import { readSectorRows } from './load-sector.ts';

let folder: SectorFolder;
beforeEach(() => {
  folder = sectorFolder();
  folder.write(
    'indicators.yml',
    catalogue('test.revenue', indicatorRecord('test.stock', { basis: 'AS_OF' })),
  );
});
afterEach(() => folder.destroy());

const rows = () => readSectorRows(folder.sector).rows;
const july = (file: string, ...records: object[]) => folder.write(`${julyDocument}/${file}.yml`, records);
function taskOf(given: object) {
  folder.write(`${quarterDocument}/tasks.yml`, [taskRecord('a', given)]);
  return rows().tasks[0];
}
const cite = { line: 15, start: 100, end: 119 };
const deadline = { cite: { ...cite, printed: 'trước 01/5/2020' }, latest: '2020-04-30', precision: 'DAY' };
const note = (on: string, status: string) => ({
  on,
  status,
  text: { vi: 'a', en: 'a' },
  document: julyDocument,
  cite: { line: 1, start: 0, end: 5 },
});

describe('an observation', () => {
  test('has ids and keys of what it is a figure of, and its value exactly', () => {
    july('observations', observationRecord());
    expect(rows().observations[0]).toMatchObject({
      _id: 'TEST:observation:2020-07:test.revenue:FLOW@2020-06',
      seriesKey: 'test.revenue:FLOW',
      vintageKey: 'test.revenue:FLOW@2020-06',
      periodStart: '2020-06-01',
      periodEnd: '2020-06-30',
      knownFrom: '2020-08-04',
      edition: '2020-07',
      document: julyDocument,
      multiplied: true,
      inferred: null,
      supersededFrom: null,
    });
    expect(rows().observations[0]?.value?.toString()).toBe('10260000000000');
    expect(rows().observations[0]?.resolution?.toString()).toBe('10000000000');
  });

  test('takes the basis of its indicator', () => {
    july('observations', observationRecord({ indicator: 'test.stock', period: '2020-08-04' }));
    expect(rows().observations[0]).toMatchObject({ basis: 'AS_OF', seriesKey: 'test.stock:AS_OF' });
  });

  test('that stands twice is refused, and all such are named at once', () => {
    const forecast = observationRecord({ status: 'FORECAST' });
    july('observations', observationRecord(), observationRecord({ value: '1' }), forecast, forecast);
    expect(rows).toThrow(
      expect.objectContaining({
        code: 'DATA_FILE_INVALID',
        message: expect.stringMatching(
          /have 2 faults:\n.*2020-06: stands twice.*\n.*:forecast@2020-06: stands twice/u,
        ),
      }),
    );
  });

  test('whose printed figure cannot be read is told with its file and line', () => {
    july('observations', observationRecord({ cite: { line: 1, start: 0, end: 3, printed: 'mấy' } }));
    expect(rows).toThrow(/observations\.yml:1: /u);
  });

  test('numbers its comparisons, whose places are of its own document', () => {
    const printed = { line: 41, start: 371, end: 380, printed: 'giảm 9,6%' };
    const change = {
      base: 'YEAR_ON_YEAR',
      period: '2019-06',
      direction: 'DOWN',
      unit: 'PERCENT',
      stated: '-9.6',
    };
    july('observations', observationRecord({ comparisons: [{ ...change, cite: printed }] }));
    const [comparison] = rows().observations[0]?.comparisons ?? [];
    expect(comparison).toMatchObject({
      id: 'TEST:observation:2020-07:test.revenue:FLOW@2020-06:comparison:1',
      basePeriod: '2019-06',
      printedUnit: 'PERCENT',
      citation: { document: julyDocument, printed: 'giảm 9,6%' },
    });
    expect(comparison?.stated?.toString()).toBe('-9.6');
  });
});

describe('a task', () => {
  test('is assigned on the meeting’s day unless told, and due at its deadline’s last day', () => {
    expect(taskOf({ deadline })).toMatchObject({
      _id: 'TEST:task:2020-Q1:a',
      assignedOn: '2020-03-02',
      dueOn: '2020-04-30',
      deadline: { asPrinted: 'trước 01/5/2020', earliest: null, latest: '2020-04-30', soft: false },
    });
    expect(taskOf({ assignedOn: '2020-03-05' })).toMatchObject({
      assignedOn: '2020-03-05',
      dueOn: endOfTime,
    });
  });

  test('prints its deadline, which is also among the places that it rests on', () => {
    expect(taskOf({ deadline })?.citation).toMatchObject({
      printed: 'trước 01/5/2020',
      context: [{ for: 'DEADLINE', printed: 'trước 01/5/2020', document: quarterDocument }],
    });
  });

  test.each([
    ['no note', {}, { status: 'OPEN', completedOn: null, cancelledOn: null }],
    [
      'a day of completion',
      { status: 'DONE', completedOn: '2020-04-01' },
      { status: 'DONE', completedOn: '2020-04-01' },
    ],
    [
      'a note of completion',
      {
        progress: [note('2020-04-01', 'IN_PROGRESS'), note('2020-05-01', 'DONE'), note('2020-06-01', 'DONE')],
      },
      { status: 'DONE', completedOn: '2020-05-01' },
    ],
    [
      'a completion taken back',
      { progress: [note('2020-05-01', 'DONE'), note('2020-06-01', 'IN_PROGRESS')] },
      { status: 'IN_PROGRESS', completedOn: null },
    ],
    [
      'a second completion after that',
      { progress: [note('2020-05-01', 'DONE'), note('2020-06-01', 'OPEN'), note('2020-07-01', 'DONE')] },
      { status: 'DONE', completedOn: '2020-07-01' },
    ],
    [
      'a cancellation',
      { status: 'CANCELLED', progress: [note('2020-05-01', 'CANCELLED')] },
      { status: 'CANCELLED', cancelledOn: '2020-05-01', completedOn: null },
    ],
  ])('with %s has the status and days that follow', (_, given, expected) => {
    expect(taskOf(given)).toMatchObject(expected);
  });

  test('keeps its notes in order of their days', () => {
    const notes = taskOf({ progress: [note('2020-06-01', 'OPEN'), note('2020-05-01', 'OPEN')] })?.progress;
    expect(notes?.map(({ id, notedOn }) => [id.slice(-6), notedOn])).toEqual([
      ['note:1', '2020-05-01'],
      ['note:2', '2020-06-01'],
    ]);
  });
});

describe('sections', () => {
  test('are there for each edition in which anything is said, published on its document’s day in Ha Noi', () => {
    july('highlights', highlightRecord('a'));
    folder.write(`${quarterDocument}/tasks.yml`, []);
    folder.write(`${quarterDocument}/excluded.yml`, []);
    expect([...rows().published]).toEqual([['2020-07', new Date('2020-08-03T17:00:00Z')]]);
  });
});

test('rows of the same content have the same digest, of other content another', () => {
  july('observations', observationRecord());
  const [first] = rows().observations;
  expect(rows().observations[0]?.digest).toBe(first?.digest);
  july('observations', observationRecord({ qualifier: 'ABOUT' }));
  expect(rows().observations[0]?.digest).not.toBe(first?.digest);
});

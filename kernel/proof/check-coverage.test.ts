import { describe, expect, test } from 'vitest';
import {
  cite,
  citeStatement,
  madeUpDocument,
  madeUpLines,
  madeUpSector,
} from '../../tests/support/made-up-sector.ts';
import { checkCoverage } from './check-coverage.ts';

const line = 'Ngày 4/8/2020, số 12/QĐ-ABC: gửi 1.250 bưu kiện ở 46/63 tỉnh, tăng 8,4%, hàng trăm lượt.';
const place = { line: 1, start: 0, end: 3 };
const words = { vi: 'thử', en: 'trial' };

function prove(records: Parameters<typeof madeUpSector>[0], text = line) {
  const proof = checkCoverage(madeUpDocument, [madeUpSector(records)], madeUpLines(text));
  return { ...proof?.coverage, faults: proof?.faults.map(({ fault }) => fault) ?? [] };
}

const figure = (text: string, record: object = {}) => ({
  indicator: 'made-up.parcels',
  period: '2020-07',
  value: '1',
  cite: cite(line, text),
  ...record,
});
const statement = { id: 'a', kind: 'RESULT', text: words, cite: citeStatement(line, line) };

describe('the numbers of a document', () => {
  test('are all left where no record cites them, and a statement covers none', () => {
    const { numbers, faults } = prove({ highlights: [statement] });
    expect(numbers).toEqual({ found: 6, covered: 0, excluded: {}, left: 6 });
    expect(faults).toContain('"1.250" is in no record and in no exclusion');
    expect(faults).toHaveLength(6);
  });

  test('are covered by figures, changes and printed periods, whole', () => {
    const comparison = { base: 'UNSTATED', direction: 'UP', cite: cite(line, 'tăng 8,4%') };
    const context = [{ for: 'PERIOD', ...cite(line, 'Ngày 4/8/2020') }];
    const { numbers } = prove({
      observations: [
        figure('1.250 bưu kiện', { comparisons: [comparison], context }),
        figure('46/63 tỉnh'),
        figure('hàng trăm lượt'),
      ],
    });
    expect(numbers).toEqual({ found: 6, covered: 5, excluded: {}, left: 1 });
    expect(prove({ observations: [figure('46')] }).numbers).toMatchObject({ covered: 0 });
  });

  test('are not covered by a heading or a subject', () => {
    const context = [{ for: 'SUBJECT', ...cite(line, 'gửi 1.250 bưu kiện') }];
    expect(prove({ highlights: [{ ...statement, context }] }).numbers).toMatchObject({ covered: 0 });
  });

  test("are covered by a meeting's day and a legal document's number", () => {
    const meeting = { heldOn: '2020-08-04', title: words, cite: citeStatement(line, line) };
    const decision = {
      id: 'a',
      number: '12/QĐ-ABC',
      kind: 'DECISION',
      title: words,
      status: 'ISSUED',
      cite: citeStatement(line, line),
    };
    expect(prove({ meeting }).numbers).toMatchObject({ covered: 1 });
    expect(prove({ legalDocuments: [decision] }).numbers).toMatchObject({ covered: 1 });
  });

  test('may be excluded, and are counted by reason', () => {
    const exclusions = [
      { ...cite(line, '1.250'), reason: 'OTHER', note: 'a' },
      { ...cite(line, 'số 12/QĐ-ABC'), reason: 'DOCUMENT_NUMBER' },
      { ...cite(line, 'hàng trăm lượt'), reason: 'OTHER', note: 'a' },
    ];
    const { numbers, faults } = prove({ exclusions });
    expect(numbers).toEqual({ found: 6, covered: 0, excluded: { OTHER: 2, DOCUMENT_NUMBER: 1 }, left: 3 });
    expect(faults).toHaveLength(3);
  });

  test('must not be excluded where a record covers them, nor twice', () => {
    const exclusion = { ...cite(line, '1.250'), reason: 'OTHER', note: 'a' };
    const covered = prove({ observations: [figure('1.250 bưu kiện')], exclusions: [exclusion] });
    expect(covered.faults).toContainEqual(expect.stringMatching(/excludes "1\.250", which a record covers/u));
    expect(covered.numbers).toMatchObject({ covered: 1, excluded: {} });
    const again = { ...cite(line, 'gửi 1.250 bưu kiện'), reason: 'OTHER', note: 'a' };
    expect(prove({ exclusions: [exclusion, again] }).faults).toContain(
      'excludes "1.250", which excluded.yml:1 excludes already',
    );
  });

  test('an exclusion that holds no number is a fault', () => {
    expect(
      prove({ exclusions: [{ ...cite(line, 'bưu kiện'), reason: 'OTHER', note: 'a' }] }).faults,
    ).toContain('excludes "bưu kiện", in which there is nothing to exclude');
  });
});

describe('each "Thời hạn" of a document', () => {
  const minutes = 'Làm việc ấy. Thời hạn: khẩn trương. Dời thời hạn: hàng tuần.';
  const task = (printed: string) => ({
    id: 'a',
    title: words,
    leadUnits: ['MIC'],
    cite: place,
    deadline: { cite: cite(minutes, printed), precision: 'NONE' },
  });

  test("has a task's deadline behind it, before the next one", () => {
    expect(prove({ tasks: [task('khẩn trương'), task('hàng tuần')] }, minutes)).toMatchObject({
      deadlineMarks: { found: 2, covered: 2, left: 0 },
      faults: [],
    });
    expect(prove({ tasks: [task('hàng tuần')] }, minutes)).toMatchObject({
      deadlineMarks: { covered: 1, left: 1 },
      faults: ['"Thời hạn" is in no record and in no exclusion'],
    });
  });

  test("is not covered by a target's deadline, and may be excluded", () => {
    const target = {
      id: 'a',
      indicator: 'made-up.share',
      text: words,
      qualifier: 'NOT_STATED',
      cite: place,
      deadline: task('hàng tuần').deadline,
    };
    expect(prove({ targets: [target] }, minutes).deadlineMarks).toMatchObject({ covered: 0 });
    const exclusions = [{ ...cite(minutes, 'Dời thời hạn'), reason: 'OTHER', note: 'a' }];
    expect(prove({ tasks: [task('khẩn trương')], exclusions }, minutes).faults).toEqual([]);
  });
});

test('says nothing of a document whose text is not at hand', () => {
  expect(checkCoverage(madeUpDocument, [madeUpSector({})], () => null)).toBeNull();
});

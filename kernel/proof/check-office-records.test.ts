import { describe, expect, test } from 'vitest';
import { cite, citeStatement, madeUpLines, madeUpSector } from '../../tests/support/made-up-sector.ts';
import { checkOfficeRecords } from './check-office-records.ts';

const words = { vi: 'thử', en: 'trial' };

describe('a meeting', () => {
  const line = 'Chiều 4/8/2020, họp bàn việc tháng 7/2020 ở Huế.';
  const meeting = { heldOn: '2020-08-04', title: words, cite: citeStatement(line, line) };
  const faultsOf = (record: object, text = line) =>
    checkOfficeRecords(madeUpSector({ meeting: { ...meeting, ...record } }), madeUpLines(text)).map(
      ({ fault }) => fault,
    );

  test("passes on the register's day with its edition printed", () => {
    expect(faultsOf({})).toEqual([]);
  });

  test.each([
    ['another day than the register', { heldOn: '2020-08-05' }, line, /but the register says 2020-08-04/u],
    ['a line with another day', {}, line.replace('4/8', '5/8'), /does not print the day 2020-08-04/u],
    [
      'a line with another period',
      {},
      line.replace('7/2020', '6/2020'),
      /prints the edition's period, 2020-07/u,
    ],
  ])('is found with %s', (_, record, text, message) => {
    expect(faultsOf(record, text)).toEqual([expect.stringMatching(message)]);
  });

  test("may print its edition's period elsewhere", () => {
    const short = 'Chiều 4/8/2020, họp ở Huế.';
    const place = { cite: citeStatement(short, short) };
    expect(faultsOf(place, short)).toHaveLength(1);
    const context = [{ for: 'PERIOD', ...cite('tháng 7', 'tháng 7', { number: 2 }) }];
    expect(faultsOf({ ...place, context }, short)).toEqual([]);
  });
});

describe('a legal document', () => {
  const line = 'Đã có Quyết định số 123/QĐ-ABC ngày 5/6/2020 về việc thử.';
  const decision = {
    id: 'a',
    number: '123/QĐ-ABC',
    kind: 'DECISION',
    title: words,
    issuedOn: '2020-06-05',
    status: 'ISSUED',
    cite: citeStatement(line, 'Quyết định số 123/QĐ-ABC ngày 5/6/2020 về việc thử'),
  };
  const faultsOf = (change: object) =>
    checkOfficeRecords(madeUpSector({ legalDocuments: [{ ...decision, ...change }] }), madeUpLines(line)).map(
      ({ fault }) => fault,
    );

  test('passes with the number and the day that its statement prints', () => {
    expect(faultsOf({})).toEqual([]);
  });

  test.each([
    ['another number', { number: '124/QĐ-ABC' }, /does not print the number 124\/QĐ-ABC/u],
    ['no number', { number: undefined }, /prints the number 123\/QĐ-ABC, but number is absent/u],
    ['another day', { issuedOn: '2020-06-06' }, /does not print the day 2020-06-06/u],
    ['a span without the day', { cite: citeStatement(line, 'Quyết định số 123/QĐ-ABC') }, /print the day/u],
  ])('is found with %s', (_, change, message) => {
    expect(faultsOf(change).join('\n')).toMatch(message);
  });

  test('is known by numbers of two shapes', () => {
    const decree = 'Nghị định số 45/2021/NĐ-CP';
    const record = {
      ...decision,
      number: undefined,
      issuedOn: undefined,
      cite: citeStatement(decree, decree),
    };
    expect(checkOfficeRecords(madeUpSector({ legalDocuments: [record] }), madeUpLines(decree))).toMatchObject(
      [{ fault: 'the statement prints the number 45/2021/NĐ-CP, but number is absent' }],
    );
  });
});

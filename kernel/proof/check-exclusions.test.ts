import { expect, test } from 'vitest';
import { cite, madeUpLines, madeUpSector } from '../../tests/support/made-up-sector.ts';
import { checkExclusions } from './check-exclusions.ts';

function faultsOf(line: string, text: string, record: object): string[] {
  const exclusion = { ...cite(line, text), ...record };
  return checkExclusions(madeUpSector({ exclusions: [exclusion] }), madeUpLines(line)).map(
    ({ fault }) => fault,
  );
}

test.each([
  ['- 2- Việc thứ hai', '2-', { reason: 'ENUMERATION' }],
  ['Dịch vụ mức độ 3, 4', 'mức độ 3, 4', { reason: 'LEVEL_NAME' }],
  ['Thiết bị 9G mới', '9G', { reason: 'NAME' }],
  ['Số 12/QĐ-ABC', '12/QĐ-ABC', { reason: 'DOCUMENT_NUMBER' }],
  ['Họp ngày 4/8/2020', 'ngày 4/8/2020', { reason: 'MEETING_DATE' }],
  ['Đăng ngày 5/8/2020', '5/8/2020', { reason: 'MEETING_DATE' }],
  ['Kế hoạch 2020-2025', '2020-2025', { reason: 'PERIOD_NAME' }],
  ['Lớp 7 của mạng', 'Lớp 7', { reason: 'TECHNICAL_TERM', note: 'a layer of networks' }],
  ['Có 2 việc', '2', { reason: 'OTHER', note: 'counts what follows' }],
  ['Lượt xem: 12', '12', { reason: 'PAGE_FURNITURE' }],
])('in %s, %s may be left out by %o', (line, text, record) => {
  expect(faultsOf(line, text, record)).toEqual([]);
});

test.each([
  ['Gửi 12 bưu kiện', '12', { reason: 'ENUMERATION' }, /must stand at the beginning/u],
  ['Gửi 12 bưu kiện', '12 bưu kiện', { reason: 'LEVEL_NAME' }, /must hold "mức độ"/u],
  ['Gửi 12 bưu kiện', '12', { reason: 'NAME' }, /must hold the name whole/u],
  ['Gửi 12 bưu kiện', '12 bưu kiện', { reason: 'DOCUMENT_NUMBER' }, /must be the number of a legal/u],
  ['Họp ngày 6/8/2020', 'ngày 6/8/2020', { reason: 'MEETING_DATE' }, /must be the day/u],
  ['Năm 2020 có 12', 'Năm 2020 có 12', { reason: 'PERIOD_NAME' }, /must be a time and nothing else/u],
  ['Lớp 7 của mạng', 'Lớp 7', { reason: 'TECHNICAL_TERM' }, /needs a note/u],
  ['Có 2 việc', '2', { reason: 'OTHER' }, /needs a note/u],
])('in %s, %s must not be left out by %o', (line, text, record, message) => {
  expect(faultsOf(line, text, record)).toEqual([expect.stringMatching(message)]);
});

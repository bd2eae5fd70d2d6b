import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { documentTexts, sentenceAt } from './document-text.ts';
import { readEnvironment } from './environment.ts';

/** The sentence at the place of a word in a text of several lines. */
function sentenceOf(word: string, ...lines: string[]): string | null {
  const line = lines.findIndex((text) => text.includes(word));
  const start = lines[line]?.indexOf(word) ?? -1;
  return sentenceAt(lines, { line: line + 1, start, end: start + word.length });
}

describe('a sentence within its line', () => {
  const line = 'Mạng đã mở. Có 20,73 triệu thuê bao, tăng 4.500 tỷ; vẫn tăng! Còn nữa?';
  test.each([
    ['mở', 'Mạng đã mở.'],
    ['20,73', 'Có 20,73 triệu thuê bao, tăng 4.500 tỷ; vẫn tăng!'],
    ['4.500', 'Có 20,73 triệu thuê bao, tăng 4.500 tỷ; vẫn tăng!'],
    ['Còn', 'Còn nữa?'],
  ])('is found by %s', (word, sentence) => expect(sentenceOf(word, line)).toBe(sentence));

  test('does not end at an abbreviation that runs on into its name', () => {
    const text = 'Hội nghị tại TP.Hà Nội đã bế mạc. Hết.';
    expect(sentenceOf('bế mạc', text)).toBe('Hội nghị tại TP.Hà Nội đã bế mạc.');
  });

  test('ends at a year with a full stop, though no blank follows', () => {
    const text = 'Tăng so với năm 2021.Tổng số là 5.';
    expect(sentenceOf('Tăng', text)).toBe('Tăng so với năm 2021.');
    expect(sentenceOf('Tổng', text)).toBe('Tổng số là 5.');
  });

  test('is all sentences that the span reaches over, as a heading with its number', () => {
    const text = 'VII. Việc khác. Hoàn thiện đề án. Thời hạn: tháng 6.';
    const span = { line: 1, start: text.indexOf('Hoàn'), end: text.length };
    expect(sentenceAt([text], span)).toBe('Hoàn thiện đề án. Thời hạn: tháng 6.');
    expect(sentenceAt([text], { line: 1, start: 0, end: 14 })).toBe('VII. Việc khác.');
  });

  test('is one sentence for a span that ends where the next begins', () => {
    expect(sentenceAt(['Một. Hai.'], { line: 1, start: 0, end: 5 })).toBe('Một.');
    expect(sentenceAt(['Một. Hai.'], { line: 1, start: 0, end: 6 })).toBe('Một. Hai.');
  });
});

describe('a sentence that a line break cuts', () => {
  const lines = ['Đầu. Doanh thu tăng so với', '', 'cùng kỳ năm trước. Trong đó có 5.', 'Sau.'];
  test('is joined from both sides', () => {
    expect(sentenceOf('Doanh thu', ...lines)).toBe('Doanh thu tăng so với cùng kỳ năm trước.');
    expect(sentenceOf('cùng kỳ', ...lines)).toBe('Doanh thu tăng so với cùng kỳ năm trước.');
    expect(sentenceOf('Trong đó', ...lines)).toBe('Trong đó có 5.');
  });

  test('is joined over any number of lines', () => {
    const long = ['Trước. Cần phủ sóng', 'các khu công nghiệp', '', 'và khu đô thị. Sau.'];
    for (const word of ['phủ sóng', 'công nghiệp', 'đô thị'])
      expect(sentenceOf(word, ...long)).toBe('Cần phủ sóng các khu công nghiệp và khu đô thị.');
  });

  test('ends with its line where the next begins anew, or is there no more', () => {
    expect(sentenceOf('Lĩnh vực', 'Lĩnh vực Viễn thông', 'Tăng 5%.')).toBe('Lĩnh vực Viễn thông');
    expect(sentenceOf('Tăng', 'Lĩnh vực Viễn thông', 'Tăng 5%.')).toBe('Tăng 5%.');
    expect(sentenceOf('Còn', 'Còn', '')).toBe('Còn');
  });

  test('does not begin in a line that is at its end', () => {
    expect(sentenceOf('open', 'Khai trương cổng:', 'open data.')).toBe('open data.');
  });
});

test('there is no sentence outside the text', () => {
  expect(sentenceAt(['Một.'], { line: 2, start: 0, end: 1 })).toBeNull();
  expect(sentenceAt(['Một.'], { line: 0, start: 0, end: 1 })).toBeNull();
  expect(sentenceAt([''], { line: 1, start: 0, end: 1 })).toBeNull();
});

describe('the texts of a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'texts-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, '2020-01-01-a.txt'), 'Hoà Bình.\r\nHai.\n'.normalize('NFD'));
  mkdirSync(join(folder, 'inner'));
  writeFileSync(join(folder, 'secret.txt'), 'outside');
  const texts = documentTexts(join(folder));

  test('are read line by line in composed form', () => {
    expect(texts.lines('2020-01-01-a')).toEqual(['Hoà Bình.', 'Hai.', '']);
    const place = { document: '2020-01-01-a', line: 1, start: 0, end: 3 };
    expect(texts.sentence(place)).toBe('Hoà Bình.');
  });

  test('are null where there is none, or no folder', () => {
    const place = { document: 'b', line: 1, start: 0, end: 1 };
    expect(texts.lines('b')).toBeNull();
    expect(texts.sentence(place)).toBeNull();
    expect(documentTexts(null).lines('2020-01-01-a')).toBeNull();
    expect(documentTexts(null).sentence(place)).toBeNull();
  });

  test('are never read from outside the folder', () => {
    expect(documentTexts(join(folder, 'inner')).lines('../secret')).toBeNull();
  });
});

const real = documentTexts(readEnvironment().documentsDir);
const pressRelease = '2020-07-06-press-release-h1-2020';
describe.skipIf(real.lines(pressRelease) === null)('the real texts', () => {
  test.each([
    // The lines whose sentence goes on behind an empty one, each with how it begins and ends.
    [19, 'Doanh thu ATANM', 21, 'đầu năm 2019.'],
    [64, 'Các doanh nghiệp', 66, 'làn sóng đầu tư mới.'],
  ])('line %i goes on in line %i', (first, beginning, second, end) => {
    const lines = real.lines(pressRelease) ?? [];
    const start = lines[first - 1]?.lastIndexOf(beginning) ?? -1;
    const from = real.sentence({ document: pressRelease, line: first, start, end: start + 1 });
    expect(from?.startsWith(beginning)).toBe(true);
    expect(from?.endsWith(end)).toBe(true);
    expect(real.sentence({ document: pressRelease, line: second, start: 0, end: 1 })).toBe(from);
  });
});

import { describe, expect, test } from 'vitest';
import { documents } from '../registers/documents.ts';
import { hitText } from './hit-text.ts';
import type { RankedEntry } from './search-pipeline.ts';
import { parseSearchQuery } from './search-query.ts';

const document = documents[0]?.id ?? '';
const entry: RankedEntry = {
  _id: 'TELECOM:highlight:2020-07:messages',
  kind: 'HIGHLIGHT',
  text: { vi: 'Hệ thống nhắn tin tới thuê bao di động', en: 'The system of messages to mobile subscribers' },
  details: [{ vi: 'Ghi chú về băng rộng', en: 'A note on broadband' }],
  about: [
    { vi: 'Hồ Chí Minh', en: 'Ho Chi Minh City' },
    { vi: 'Bộ TT&TT', en: 'Ministry of Information and Communications' },
  ],
  citation: null,
  whole: true,
  exact: true,
};
const cited = { document, line: 1, start: 0, end: 1, printed: null, context: [] };

/** The text with its matches between marks. */
function shown(search: string, changes: Partial<RankedEntry> = {}, sentence: string | null = null): string {
  const { text, matches } = hitText({ ...entry, ...changes }, parseSearchQuery(search), () => sentence);
  return matches.reduceRight(
    (marked, { start, end }) => `${marked.slice(0, start)}[${marked.slice(start, end)}]${marked.slice(end)}`,
    text,
  );
}

describe('the text of a hit', () => {
  test('is the statement, in Vietnamese before English', () => {
    expect(shown('thue bao di dong')).toBe('Hệ thống nhắn tin tới [thuê bao di động]');
    expect(shown('mobile subscribers')).toBe('The system of messages to [mobile subscribers]');
  });

  test('is another text of the record, where that holds more', () => {
    expect(shown('băng rộng')).toBe('Ghi chú về [băng rộng]');
  });

  test('has behind it what it is about, as far as that holds more', () => {
    expect(shown('thuê bao TPHCM')).toBe('Hệ thống nhắn tin tới [thuê bao] di động · [Hồ Chí Minh]');
    expect(shown('Bộ TTTT')).toBe('Hệ thống nhắn tin tới thuê bao di động · [Bộ TT&TT]');
  });

  test('has the title of its document behind it', () => {
    expect(shown('thuê bao Quý I/2020', { citation: cited })).toBe(
      'Hệ thống nhắn tin tới [thuê bao] di động · Thông báo kết luận của Bộ trưởng, giao ban [Quý I]/[2020]',
    );
  });

  test('is the sentence in the source, where nothing else holds it all', () => {
    const sentence = 'Thuê bao tăng nhanh.';
    expect(shown('thuê bao tăng', { citation: cited }, sentence)).toBe('[Thuê bao tăng] nhanh.');
    expect(shown('thuê bao', { citation: cited }, sentence)).toBe('Hệ thống nhắn tin tới [thuê bao] di động');
  });

  test('does not ask for the sentence where it is not needed', () => {
    const refuse = () => {
      throw new Error('asked for');
    };
    expect(() => hitText(entry, parseSearchQuery('thuê bao'), refuse)).not.toThrow();
  });
});

describe('the matches', () => {
  test('count UTF-16 units', () => {
    const { matches } = hitText(
      { ...entry, text: { vi: '😀 Đắk Lắk, thuê bao', en: 'x' } },
      parseSearchQuery('thue bao'),
      () => null,
    );
    expect(matches).toEqual([{ start: 12, end: 20 }]);
  });

  test('are where the accents are as typed, else where they are not', () => {
    const text = { vi: 'thu nhập và thư điện tử', en: 'x' };
    expect(shown('thư', { text })).toBe('thu nhập và [thư] điện tử');
    expect(shown('thu', { text })).toBe('[thu] nhập và thư điện tử');
    expect(shown('thù', { text })).toBe('[thu] nhập và [thư] điện tử');
  });

  test('of a beginning are the words that begin so', () => {
    expect(shown('hệ th', { whole: false })).toBe('[Hệ thống] nhắn tin tới [thuê] bao di động');
    expect(shown('hệ th', { whole: true })).toBe('[Hệ] thống nhắn tin tới thuê bao di động');
  });

  test.each([
    ['100%', 'Đạt [100%] và 100 người', 'Đạt 100% và 100 người'],
    ['100', 'Đạt [100%] và [100] người', 'Đạt 100% và 100 người'],
    ['3,4', 'mức độ [3] và [4]', 'mức độ 3 và 4'],
    ['3, 4', 'mức độ [3,4]', 'mức độ 3,4'],
    ['(', 'dịch vụ [(]công)', 'dịch vụ (công)'],
    ['sai gon', 'tại [TP. Hồ Chí Minh] và Huế', 'tại TP. Hồ Chí Minh và Huế'],
  ])('of %j', (search, marked, vi) => {
    const text = { vi, en: 'x' };
    expect(shown(search, { text, details: [], about: [] })).toBe(marked);
  });

  test('are none where only words of the source hold it, and the source is not there', () => {
    expect(shown('tăng', { details: [], about: [] })).toBe('Hệ thống nhắn tin tới thuê bao di động');
  });
});

/** A stretch of a line, in UTF-16 units of its NFC text, end excluded. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Digits with what joins them: "2.014.512", "3,4", "46/63", "01/5/2020", "14:26", "700-1000". */
const digitRun = /\d+(?:[.,/:\u2013-]\d+)*/gu;
const magnitude = String.raw`(?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?![\p{L}\p{N}])`;
/** The numbers in words that are one wherever they stand; "một" and "năm" are also an article and a year. */
const numberWords = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:hàng|nhiều|vài) ${magnitude}|gấp (?:đôi|ba|rưỡi))`,
  'giu',
);

/**
 * Every number of a line, from left to right: each run of digits whole, and the words that can only be a
 * number.
 */
export function numberTokens(line: string): Token[] {
  return [...tokensOf(line, digitRun), ...tokensOf(line, numberWords)].sort((a, b) => a.start - b.start);
}

/** The runs of digits only: what a span must not cut in two. */
export function digitRuns(line: string): Token[] {
  return tokensOf(line, digitRun);
}

/** Each "Thời hạn" of a line, by which minutes of a meeting announce a deadline. */
export function deadlineMarks(line: string): Token[] {
  return tokensOf(line, /thời hạn/giu);
}

function tokensOf(line: string, pattern: RegExp): Token[] {
  return [...line.matchAll(pattern)].map(({ index, 0: text }) => ({
    start: index,
    end: index + text.length,
    text,
  }));
}

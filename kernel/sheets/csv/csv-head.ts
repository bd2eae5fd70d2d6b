import type { FileHandle } from 'node:fs/promises';
import { CodedError } from '../../errors.ts';
import { type Declaration, readDeclarationLine, undeclared } from '../declaration.ts';
import { findSheetColumn } from '../columns.ts';

export const delimiters = [',', ';'] as const;
export type Delimiter = (typeof delimiters)[number];

/** What the beginning of a CSV file says of the rest. */
export interface CsvHead {
  readonly declared: Declaration;
  readonly delimiter: Delimiter;
}

const HEAD_BYTES = 65_536;

/**
 * Reads the declaration, and finds the delimiter in the header line: the one that parts more titles that we know. A file
 * whose header neither parts is refused, unless the delimiter is given.
 */
export async function readCsvHead(file: FileHandle, given: Delimiter | null): Promise<CsvHead> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
  const head = buffer.subarray(0, bytesRead);
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff))
    throw new CodedError(
      'UPLOAD_UNREADABLE',
      'The file is in UTF-16 ("Unicode text"). Save it as "CSV UTF-8".',
    );
  const lines = head
    .toString('utf8')
    .replace(/^\ufeff/u, '')
    .split(/\r\n|\n|\r/u);
  const [first = ''] = lines;
  // A spreadsheet that saves the file again may put the line in quotes, and delimiters behind it.
  const isDeclaration = /^"?#\s*format=/u.test(first);
  const declared = isDeclaration ? readDeclarationLine(first) : undeclared;
  return { declared, delimiter: given ?? delimiterOf(lines) };
}

function delimiterOf(lines: readonly string[]): Delimiter {
  const known = (line: string, delimiter: Delimiter) =>
    line.split(delimiter).filter((title) => findSheetColumn(title.replaceAll('"', '')) !== null).length;
  for (const line of lines.slice(0, 50)) {
    const counts = delimiters.map((delimiter) => [known(line, delimiter), delimiter] as const);
    const [best, other] = counts.sort(([a], [b]) => b - a);
    if (best !== undefined && other !== undefined && best[0] >= 2 && best[0] > other[0]) return best[1];
  }
  throw new CodedError(
    'UPLOAD_UNREADABLE',
    'The header of the CSV file is parted neither by commas nor by semicolons. Use one of the two, or name it: --delimiter ";".',
  );
}

import { isUtf8 } from 'node:buffer';
import { CodedError } from '../../errors.ts';

/**
 * Passes bytes on as long as they are UTF-8. Refuses (UPLOAD_UNREADABLE) the first that is not, by its place in the file
 * from 0: a table saved in an older code page would else come in with wrong letters.
 */
export async function* checkUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let offset = 0;
  let carried: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const all: Buffer = carried.length === 0 ? chunk : Buffer.concat([carried, chunk]);
    const whole = all.length - unfinished(all);
    const now = all.subarray(0, whole);
    if (!isUtf8(now)) throw badByte(offset + firstBad(now));
    offset += whole;
    carried = all.subarray(whole);
    if (now.length > 0) yield now;
  }
  if (carried.length > 0) throw badByte(offset);
}

/** How many bytes at the end begin a character whose rest may still come. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** Where the first character begins that is none; one chunk is looked through, once a file. */
function firstBad(bytes: Buffer): number {
  let at = 0;
  while (at < bytes.length) {
    const size = [1, 2, 3, 4].find(
      (length) => at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)),
    );
    if (size === undefined) return at;
    at += size;
  }
  return at;
}

function badByte(offset: number): CodedError {
  return new CodedError(
    'UPLOAD_UNREADABLE',
    `The file is not in UTF-8: byte ${offset} fits no character. Save it as "CSV UTF-8".`,
    { offset },
  );
}

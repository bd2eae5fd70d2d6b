import { open, type FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import * as yauzl from 'yauzl';
import { CodedError } from '../../errors.ts';
import { beyondLimit, type ImportLimits } from '../import-limits.ts';

/** More parts than any workbook of figures has: each sheet has two, and some more are shared. */
const MOST_PARTS = 2000;

/** An open .xlsx file: a ZIP archive of parts (ECMA-376, part 2). */
export interface XlsxPackage {
  readonly size: number;
  has(part: string): boolean;
  /** What the directory says that the part inflates to; not to be relied on. */
  inflatedSize(part: string): number;
  /** The part's bytes, inflated as they are asked for, and counted. Refuses (UPLOAD_…) damage and bombs. */
  read(part: string): AsyncGenerator<Buffer>;
  close(): void;
}

/**
 * Only the archive's directory is read here. What it says that all parts inflate to is held against the limit, and each
 * part against what the directory says, so that a lie is found out while it is inflated.
 */
export async function openPackage(path: string, limits: ImportLimits): Promise<XlsxPackage> {
  const { size } = await measure(path);
  if (size > limits.bytes) throw beyondLimit('bytes', limits);
  const zip = await opened(path);
  const entries = new Map<string, yauzl.Entry>();
  let inflated = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= MOST_PARTS) throw damaged('it has too many parts');
      inflated += entry.uncompressedSize;
      if (inflated > limits.inflatedBytes) throw beyondLimit('inflatedBytes', limits);
      // ZIP tells names apart by case, the package does not (ECMA-376, part 2, 7.3).
      entries.set(entry.fileName.toLowerCase(), entry);
    }
  } catch (error) {
    zip.close();
    throw error instanceof CodedError ? error : damaged(reasonOf(error));
  }
  return {
    size,
    has: (part) => entries.has(part.toLowerCase()),
    inflatedSize: (part) => entries.get(part.toLowerCase())?.uncompressedSize ?? 0,
    read: (part) => readEntry(zip, entries.get(part.toLowerCase()), part, limits),
    close: () => zip.close(),
  };
}

async function measure(path: string): Promise<{ size: number }> {
  let file: FileHandle | null = null;
  try {
    file = await open(path, 'r');
    return { size: (await file.stat()).size };
  } finally {
    await file?.close();
  }
}

async function opened(path: string): Promise<yauzl.ZipFile> {
  try {
    return await yauzl.openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true });
  } catch (error) {
    throw damaged(reasonOf(error));
  }
}

async function* readEntry(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry | undefined,
  part: string,
  limits: ImportLimits,
): AsyncGenerator<Buffer> {
  if (entry === undefined) throw damaged(`the part ${part} is missing`);
  let stream: Readable | null = null;
  let inflated = 0;
  try {
    stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      inflated += chunk.length;
      // yauzl ends a stream that is longer than the directory says; this is the second look.
      if (inflated > limits.inflatedBytes) throw beyondLimit('inflatedBytes', limits);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof CodedError ? error : damaged(reasonOf(error));
  } finally {
    stream?.destroy();
  }
}

export function damaged(reason: string): CodedError {
  return new CodedError(
    'UPLOAD_UNREADABLE',
    `The workbook cannot be read: ${reason}. Save it once more as .xlsx, without a password.`,
  );
}

function reasonOf(error: unknown): string {
  // The library's messages speak of the archive only.
  return error instanceof Error ? error.message.replace(/\.$/u, '') : 'it is damaged';
}

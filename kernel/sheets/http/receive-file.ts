import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ImportLimits } from '../import-limits.ts';
import { countBytes } from './count-bytes.ts';

/**
 * Puts an upload into a file of its own in the system's temporary folder, gives that to `use`, and takes it away again
 * whatever happens. A file, because a workbook's directory stands at its end, and because it is read twice.
 */
export async function receiveFile<Result>(
  body: Readable,
  limits: ImportLimits,
  signal: AbortSignal,
  use: (path: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'giaoban-import-'));
  try {
    const path = join(folder, 'file');
    await pipeline(body, countBytes(limits), createWriteStream(path), { signal });
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

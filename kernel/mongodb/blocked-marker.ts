import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

/** How long a failed download is not tried again, so that a second start does not wait for it again. */
const REMEMBERED_MS = 24 * 3_600_000;
const marker = z.object({ at: z.number(), reason: z.string() });

/** Why the download failed within the last day, or null: never, longer ago, or the file is unreadable. */
export async function readBlockedMarker(path: string, now = Date.now()): Promise<string | null> {
  try {
    const { at, reason } = marker.parse(JSON.parse(await readFile(path, 'utf8')));
    return at <= now && now - at < REMEMBERED_MS ? reason : null;
  } catch {
    return null;
  }
}

export async function writeBlockedMarker(path: string, reason: string, now = Date.now()): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify({ at: now, reason }));
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readBlockedMarker, writeBlockedMarker } from './blocked-marker.ts';

const folder = await mkdtemp(join(tmpdir(), 'blocked-'));
afterAll(() => rm(folder, { recursive: true }));
const HOUR_MS = 3_600_000;

test('a failure is remembered for a day', async () => {
  const marker = join(folder, 'cache', 'marker.json');
  const now = Date.UTC(2026, 0, 1);
  await writeBlockedMarker(marker, 'ECONNREFUSED', now);
  expect(await readBlockedMarker(marker, now + 23 * HOUR_MS)).toBe('ECONNREFUSED');
  expect(await readBlockedMarker(marker, now + 25 * HOUR_MS)).toBeNull();
  expect(await readBlockedMarker(marker, now - HOUR_MS), 'a clock that was set back').toBeNull();
});

test('none, and one that is no marker, do not stop a download', async () => {
  expect(await readBlockedMarker(join(folder, 'none.json'))).toBeNull();
  const broken = join(folder, 'broken.json');
  await writeFile(broken, '{"at": "yesterday');
  expect(await readBlockedMarker(broken)).toBeNull();
});

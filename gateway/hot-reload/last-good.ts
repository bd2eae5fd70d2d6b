import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { SupergraphRelease } from './supergraph-source.ts';

const format = z.object({ version: z.string(), supergraph: z.string() });

/** Where the supergraph that was in force last is kept for the next start. */
export interface LastGood {
  /** Null where there is none, or none that can be read. */
  read(): Promise<SupergraphRelease | null>;
  /** Rejects where the folder cannot be written to. */
  write(release: SupergraphRelease): Promise<void>;
}

/** Kept in a file of `folder`. It is replaced as a whole, so that a process killed in the midst leaves the one before. */
export function lastGoodIn(folder: string): LastGood {
  const file = join(folder, 'supergraph.json');
  return {
    async read() {
      try {
        return format.parse(JSON.parse(await readFile(file, 'utf8')));
      } catch {
        return null;
      }
    },
    async write({ version, supergraph }) {
      await mkdir(folder, { recursive: true });
      const written = `${file}.${process.pid}.new`;
      await writeFile(written, JSON.stringify({ version, supergraph }));
      await rename(written, file);
    },
  };
}

/** For where nothing is to be kept. */
export const nothingKept: LastGood = { read: async () => null, write: async () => {} };

import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the process `name` logs to; the log of the last start is kept beside it. */
export async function prepareLogFile(dataDir: string, name: string): Promise<string> {
  const folder = join(dataDir, 'logs');
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${name}.log`);
  await rename(file, join(folder, `${name}.previous.log`)).catch(() => {});
  return file;
}

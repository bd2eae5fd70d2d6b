/** For tests of the search: a program that answers `--version` as a mongod does. */
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

export async function writeFakeMongod(path: string, version: string): Promise<string> {
  return writeScript(path, `echo "db version v${version}"`);
}

export async function writeScript(path: string, body: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `#!/bin/sh\n${body}\n`);
  await chmod(path, 0o755);
  return path;
}

import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { Environment } from '../environment.ts';
import { CodedError } from '../errors.ts';
import { type Search, tryMongod } from './mongod-program.ts';

const programName = process.platform === 'win32' ? 'mongod.exe' : 'mongod';

/**
 * Step 2: the mongod that MONGOD_BINARY names, else the first usable one on PATH. One that is named and does not work is
 * an error rather than a reason to look further: whoever named it wants no other.
 */
export async function fromPath(environment: Environment): Promise<Search> {
  if (environment.mongodBinary !== null) {
    const named = await tryMongod(environment.mongodBinary, 'MONGOD_BINARY');
    if ('found' in named) return named;
    throw new CodedError(
      'MONGODB_NOT_FOUND',
      `MONGOD_BINARY cannot be used: ${named.missing}; set it to a mongod that runs here, or leave it out.`,
    );
  }
  const refused: string[] = [];
  for (const folder of environment.searchPath.split(delimiter).filter((entry) => entry !== '')) {
    const path = join(folder, programName);
    const exists = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (!exists) continue;
    const tried = await tryMongod(path, 'PATH');
    if ('found' in tried) return tried;
    refused.push(tried.missing);
  }
  return { missing: refused.length > 0 ? refused.join(', ') : 'no mongod is on PATH' };
}

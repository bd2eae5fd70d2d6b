/** How a TypeScript file of the project is run as a process of its own: through tsx from source, as it is once built. */
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const isBuilt = extname(import.meta.filename) === '.js';

/**
 * The arguments of node that run `script` (a path without its ending, from the folder above kernel/): `gateway/main`.
 * tsx is named by its address, as node looks for a bare name from the working directory.
 */
export function scriptArguments(script: string): string[] {
  const root = join(import.meta.dirname, '..');
  if (isBuilt) return [join(root, `${script}.js`)];
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return ['--import', tsx, join(root, `${script}.ts`)];
}

/** How a TypeScript file of the project is run as a process of its own: through tsx from source, as it is once built. */
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Whether this is the built project, which node runs as it is. */
export const isBuilt = extname(import.meta.filename) === '.js';

/** The file of a script, which is named by its path from the folder above kernel/, without an ending: `gateway/main`. */
export function scriptFile(script: string): string {
  return join(import.meta.dirname, '..', `${script}${isBuilt ? '.js' : '.ts'}`);
}

/** The arguments of node that run `script`. tsx is named by its address, as node looks for a bare name from the working directory. */
export function scriptArguments(script: string): string[] {
  if (isBuilt) return [scriptFile(script)];
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return ['--import', tsx, scriptFile(script)];
}

/** npm run errors — prints docs/errors.md from the catalogue; with --check exits 1 where the file is another. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvironment } from '../kernel/environment.ts';
import { errorsPage } from './errors-page.ts';

const file = join(readEnvironment().projectDir, 'docs/errors.md');
if (!process.argv.includes('--check')) {
  writeFileSync(file, errorsPage());
  console.log('docs/errors.md is written.');
} else if (readFileSync(file, 'utf8') !== errorsPage()) {
  console.error('docs/errors.md is not what the catalogue says: run npm run errors.');
  process.exitCode = 1;
}

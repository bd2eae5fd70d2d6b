/**
 * npm run subgraph -- telecom — one subgraph alone, as its team or an operator runs it: against its own MongoDB address, else
 * MONGODB_URI, else the mongod that `npm start` runs, else one that it starts.
 */
import { pathToFileURL } from 'node:url';
import { CodedError } from '../kernel/errors.ts';
import { quoted } from '../kernel/quoted.ts';
import { scriptFile } from '../kernel/script.ts';
import { readSectors } from '../kernel/sectors.ts';

const [, , folder] = process.argv;
const folders = readSectors().map((sector) => sector.folder);
if (folder === undefined || !folders.includes(folder)) {
  const got = folder === undefined ? 'none' : quoted(folder);
  console.error(`Name one of the subgraphs ${folders.join(', ')}, but got: ${got}.`);
  process.exitCode = 1;
} else {
  try {
    await import(pathToFileURL(scriptFile(`subgraphs/${folder}/main`)).href);
  } catch (error) {
    console.error(error instanceof CodedError ? error.message : error);
    process.exitCode = 1;
  }
}

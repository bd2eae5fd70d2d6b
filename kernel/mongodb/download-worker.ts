/**
 * Downloads the current mongod and prints its path: a process of its own, because the library can be told neither to give up nor to
 * check the site's certificate otherwise than by the environment it starts with.
 */
import { MongoBinary } from 'mongodb-memory-server-core';

const [, , downloadDir] = process.argv;
if (downloadDir === undefined) throw new Error('must be given the folder to download to');
try {
  const path = await MongoBinary.getPath({ downloadDir });
  process.stdout.write(`\npath: ${path}\n`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  // The library leaves a refused answer open, which would keep this process.
  process.exit(1);
}

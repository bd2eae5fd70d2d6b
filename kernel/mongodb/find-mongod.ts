import type { Environment } from '../environment.ts';
import { CodedError } from '../errors.ts';
import { fromDownload } from './from-download.ts';
import { fromPath } from './from-path.ts';
import { fromWheel } from './from-wheel.ts';
import { LEAST_SERIES, type MongodProgram, type Search, seriesOf } from './mongod-program.ts';

/** The steps after MONGODB_URI, in their order: each is tried only where the one before found nothing. */
const steps: readonly ((environment: Environment, log: (message: string) => void) => Promise<Search>)[] = [
  fromPath,
  fromDownload,
  fromWheel,
];

/**
 * The mongod to run. Data files can be read only by the series of MongoDB that wrote them, so where `writtenBy` is given, a
 * mongod of another series is passed over: a machine that started with one and later gets another keeps its data.
 * Throws MONGODB_NOT_FOUND with what was tried and what to do.
 */
export async function findMongod(
  environment: Environment,
  writtenBy: string | null,
  log: (message: string) => void,
): Promise<MongodProgram> {
  const tried: string[] = [];
  for (const step of steps) {
    const search = await step(environment, log);
    if ('missing' in search) tried.push(search.missing);
    else if (writtenBy === null || seriesOf(writtenBy) === seriesOf(search.found.version))
      return search.found;
    else
      tried.push(
        `MongoDB ${search.found.version} from ${search.found.origin} cannot read data of ${writtenBy}`,
      );
  }
  const wanted = writtenBy === null ? `${LEAST_SERIES} or later` : seriesOf(writtenBy);
  const orElse = writtenBy === null ? '' : `, or set DATA_DIR to a new folder`;
  throw new CodedError(
    'MONGODB_NOT_FOUND',
    `No MongoDB can be started: set MONGODB_URI to a replica set, or MONGOD_BINARY to a mongod ${wanted}${orElse} (tried: ${tried.join('; ')}).`,
    { tried },
  );
}

import { quoted } from '../../kernel/quoted.ts';
import { readSectors, type Sector } from '../../kernel/sectors.ts';

/** The sector whose folder a command names. Throws with the folders that there are. */
export function namedSector(folder: string | undefined): Sector {
  const sectors = readSectors();
  const found = sectors.find((sector) => sector.folder === folder);
  if (found !== undefined) return found;
  const folders = sectors.map((sector) => sector.folder).join(', ');
  throw new Error(
    `name one of the sectors ${folders}, but got: ${folder === undefined ? 'none' : quoted(folder)}`,
  );
}

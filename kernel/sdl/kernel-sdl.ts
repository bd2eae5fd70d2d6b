import { sdlOf } from './build-sdl.ts';
import type { Sector } from '../sectors.ts';

/** A sector that is none: the kernel's resolvers are written, and typed, for it. */
const anySector: Sector = {
  folder: 'any',
  code: 'ANY',
  field: 'any',
  typePrefix: 'Any',
  database: 'giaoban_any',
  name: { vi: 'Bất kỳ', en: 'Any' },
  port: 1,
  kind: 'SECTOR',
  leadUnit: 'MIC',
  path: '',
};

/** What every subgraph's SDL has in common, with "Any" where the sector's name stands. */
export function kernelSdl(): string {
  return sdlOf(anySector, [anySector], 'type AnySection {\n}');
}

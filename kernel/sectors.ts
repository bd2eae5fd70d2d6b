import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Bilingual } from './vocabulary.ts';

/** A subgraph's identity. All its names follow from its folder, so that no two of them can drift apart. */
export interface Sector {
  /** `it-application` */
  readonly folder: string;
  /** `IT_APPLICATION` */
  readonly code: string;
  /** The field of Query, Briefing, Province …: `itApplication` */
  readonly field: string;
  /** `ItApplication`, as in ItApplicationSection */
  readonly typePrefix: string;
  /** `giaoban_it_application` */
  readonly database: string;
  readonly name: Bilingual;
  readonly port: number;
  readonly kind: 'SECTOR' | 'OFFICE';
  /** The agency that owns it. */
  readonly leadUnit: string;
  /** The folder's path. */
  readonly path: string;
}

/** It is printed within the descriptions of the SDL, where these signs have a meaning. */
export const sectorName = z
  .string()
  .regex(/^[^"\\\n\r]+$/u, { error: 'must be a text without quotation marks, backslashes and line breaks' });

const manifest = z.strictObject({
  name: z.strictObject({ vi: sectorName, en: sectorName }),
  port: z.int().min(1).max(65535),
  kind: z.enum(['SECTOR', 'OFFICE']),
  leadUnit: z.string().min(1),
});

export const subgraphsFolder = join(import.meta.dirname, '../subgraphs');

/** The sector that `folder` of subgraphs/ holds, by its sector.yml. Throws where that is missing or malformed. */
export function readSector(folder: string, root = subgraphsFolder): Sector {
  const path = join(root, folder);
  const read = manifest.parse(parse(readFileSync(join(path, 'sector.yml'), 'utf8')));
  const words = folder.split('-');
  const typePrefix = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return {
    folder,
    path,
    code: words.join('_').toUpperCase(),
    typePrefix,
    field: typePrefix.charAt(0).toLowerCase() + typePrefix.slice(1),
    database: `giaoban_${words.join('_')}`,
    ...read,
  };
}

/** All subgraphs, found by reading folders: the sectors by port, the Office last. */
export function readSectors(root = subgraphsFolder): readonly Sector[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readSector(entry.name, root))
    .sort((a, b) => Number(a.kind === 'OFFICE') - Number(b.kind === 'OFFICE') || a.port - b.port);
}

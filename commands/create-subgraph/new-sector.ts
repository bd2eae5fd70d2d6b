import { quoted } from '../../kernel/quoted.ts';
import { agencies } from '../../kernel/registers/agencies.ts';
import { type Sector, sectorName } from '../../kernel/sectors.ts';
import type { Bilingual } from '../../kernel/vocabulary.ts';

/** What a new sector is told of itself; all else follows from the folder's name. */
export interface NewSector {
  readonly folder: string;
  readonly name: Bilingual;
  readonly port: number;
  /** The agency's code. */
  readonly leadUnit: string;
}

interface Asked {
  readonly folder: string | undefined;
  readonly nameVi: string | undefined;
  readonly nameEn: string | undefined;
  /** A code, name or alias of the register of agencies. */
  readonly leadUnit: string | undefined;
}

/**
 * A sector beside those that are there, on the next free port. Without names it is called as its folder is, and without a
 * lead unit it is the Ministry's own.
 * @throws Error, in one sentence, for a folder that cannot be one or is taken, and an agency that is not in the register.
 */
export function newSector(asked: Asked, sectors: readonly Sector[]): NewSector {
  const { folder = '' } = asked;
  if (!/^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/u.test(folder) || folder.length > 40)
    throw new Error(
      `Name the folder in small letters, words joined by "-", as in it-application, but got: ${quoted(folder)}.`,
    );
  if (sectors.some((sector) => sector.folder === folder))
    throw new Error(`There is a subgraph ${folder} already.`);
  const agency = agencies.find(asked.leadUnit ?? 'MIC');
  if (agency === undefined)
    throw new Error(
      `--lead-unit must be an agency of kernel/registers/agencies.yml, but got: ${quoted(asked.leadUnit ?? '')}.`,
    );
  const words = folder.split('-').join(' ');
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  const name = { vi: asked.nameVi ?? title, en: asked.nameEn ?? title };
  for (const given of [name.vi, name.en]) {
    const fault = sectorName.safeParse(given).error?.issues[0]?.message;
    if (fault !== undefined) throw new Error(`A name ${fault}, but got: ${quoted(given)}.`);
  }
  return {
    folder,
    name,
    port: Math.max(...sectors.map(({ port }) => port)) + 1,
    leadUnit: agency.code,
  };
}

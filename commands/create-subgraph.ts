/**
 * npm run create-subgraph -- transport — makes the folder of a new sector's subgraph, on the next free port, with one headline
 * as an example, and composes it with the others into gateway/supergraph.graphql. Exit code 1, and nothing made, where the
 * name cannot be used or does not compose.
 *   --name-vi "Giao thông" --name-en "Transport"   its names; by default the folder's
 *   --lead-unit MIC_OFFICE                         the agency that owns it: a code, name or alias of the register
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { composeSupergraph } from '../gateway/compose-supergraph.ts';
import { supergraphFile } from '../gateway/supergraph-file.ts';
import { readSector, readSectors, subgraphsFolder } from '../kernel/sectors.ts';
import { folderFiles, sectorFile } from './create-subgraph/folder-files.ts';
import { type NewSector, newSector } from './create-subgraph/new-sector.ts';
import { nextSteps } from './create-subgraph/next-steps.ts';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'name-vi': { type: 'string' },
      'name-en': { type: 'string' },
      'lead-unit': { type: 'string' },
    },
  });
  const asked = {
    folder: positionals[0],
    nameVi: values['name-vi'],
    nameEn: values['name-en'],
    leadUnit: values['lead-unit'],
  };
  await create(newSector(asked, readSectors()));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function create(made: NewSector): Promise<void> {
  const folder = join(subgraphsFolder, made.folder);
  const style = await resolveConfig(join(subgraphsFolder, 'any.ts'));
  const write = async (file: string, text: string) => {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    // 'wx': what is there already is nobody's to write over.
    writeFileSync(path, await format(text, { ...style, filepath: path }), { flag: 'wx' });
  };
  mkdirSync(folder);
  try {
    await write('sector.yml', sectorFile(made));
    const sector = readSector(made.folder);
    for (const [file, text] of folderFiles(made, sector)) await write(file, text);
    const sectors = readSectors();
    const composition = composeSupergraph(sectors);
    if (!composition.ok) throw new Error(`It does not compose: ${composition.faults[0] ?? ''}`);
    writeFileSync(supergraphFile, composition.graph.supergraph);
    console.log(`subgraphs/${made.folder} is made, and composes with the ${sectors.length - 1} others.`);
    const office = sectors.find(({ kind }) => kind === 'OFFICE')?.folder ?? '';
    console.log(nextSteps(sector, office));
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

import { Faults } from '../data-files/read-yaml.ts';
import { documentTexts } from '../document-text.ts';
import type { Environment } from '../environment.ts';
import { readSectors } from '../sectors.ts';
import { headlinesOf } from './check-headlines.ts';
import { projectTexts } from './project-texts.ts';
import type { ToProve } from './prove.ts';
import { readSectorToProve } from './sector-to-prove.ts';

/**
 * Reads all that the proof is about: every team's data files, the texts of the documents, and the files of
 * the project.
 */
export function readToProve({ documentsDir, projectDir }: Pick<Environment, 'documentsDir' | 'projectDir'>): {
  readonly toProve: ToProve;
  readonly faults: Faults;
} {
  const faults = new Faults();
  const sectors = readSectors();
  const texts = documentTexts(documentsDir);
  return {
    faults,
    toProve: {
      sectors: sectors.map((sector) => readSectorToProve(sector, faults)),
      headlines: new Map(sectors.map((sector) => [sector.code, headlinesOf(sector, sectors)])),
      linesOf: (document) => texts.lines(document),
      files: projectTexts(projectDir, documentsDir),
    },
  };
}

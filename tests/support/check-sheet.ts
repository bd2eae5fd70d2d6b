import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Catalogue } from '../../kernel/data-files/read-sector-data.ts';
import type { ReportedFigure } from '../../kernel/reporting/reported-figure.ts';
import { importFile, type FileImport, type FileImportOutcome } from '../../kernel/sheets/import-file.ts';
import { importLimits } from '../../kernel/sheets/import-limits.ts';
import { faultLine } from '../../kernel/sheets/sheet-fault.ts';
import { readSector } from '../../kernel/sectors.ts';
import { commonUnits } from '../../kernel/registers/units.ts';
import type { SectorStore } from '../../kernel/store/sector-store.ts';

const bilingual = (text: string) => ({ vi: text, en: text });
const indicator = (code: string) => ({
  code,
  name: bilingual(code),
  description: bilingual(code),
  unit: 'VND',
  basis: 'FLOW' as const,
  additive: false,
  numerators: [],
  denominators: [],
});

/** A small catalogue for files that tests make up. */
export const smallCatalogue: Catalogue = {
  units: new Map(commonUnits.map((unit) => [unit.code, unit])),
  scopes: new Map([['RURAL', { code: 'RURAL', name: { vi: 'Nông thôn', en: 'Rural' } }]]),
  indicators: new Map(
    ['telecom.revenue', 'telecom.revenue.mobile', 'telecom.stations'].map((code) => [code, indicator(code)]),
  ),
};

export interface CheckedSheet {
  readonly outcome: FileImportOutcome;
  /** What would be imported. */
  readonly figures: readonly ReportedFigure[];
  /** The faults as lines in Vietnamese. */
  readonly lines: readonly string[];
}

/** Puts `content` through a whole import, with a target that only collects. */
export async function checkSheet(
  content: string | Buffer,
  given: Partial<FileImport> = {},
): Promise<CheckedSheet> {
  const folder = await mkdtemp(join(tmpdir(), 'sheet-'));
  const figures: ReportedFigure[] = [];
  try {
    const path = join(folder, 'file');
    await writeFile(path, content);
    const outcome = await importFile({
      path,
      sector: readSector('telecom'),
      catalogue: smallCatalogue,
      edition: '2022-09',
      numbers: null,
      delimiter: null,
      expected: null,
      limits: importLimits,
      target: {
        store: {} as SectorStore,
        by: 'tester',
        stage: async (request) => {
          for await (const figure of request.figures) figures.push(figure);
          return { read: figures.length, inserted: figures.length, changed: 0, left: 0, version: 1 };
        },
      },
      ...given,
    });
    const faults = outcome.kind === 'INVALID' ? outcome.faults : [];
    return { outcome, figures, lines: faults.map((fault) => faultLine(fault, 'vi')) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

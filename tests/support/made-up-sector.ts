import type { z } from 'zod';
import {
  exclusionFormat,
  highlightFormat,
  indicatorFormat,
  legalDocumentFormat,
  meetingFormat,
  observationFormat,
  targetFormat,
  taskFormat,
  unitFormat,
} from '../../kernel/data-files/formats.ts';
import type { Catalogue } from '../../kernel/data-files/read-sector-data.ts';
import type { Placed } from '../../kernel/data-files/read-yaml.ts';
import type { LinesOf } from '../../kernel/proof/proof-fault.ts';
import type { SectorToProve } from '../../kernel/proof/sector-to-prove.ts';
import type { DocumentEntry } from '../../kernel/registers/documents.ts';
import type { Sector } from '../../kernel/sectors.ts';

/** A briefing of July 2020 that never was: its lines are made up by each test. */
export const madeUpDocument: DocumentEntry = {
  id: 'made-up',
  edition: '2020-07',
  kind: 'NEWS_REPORT',
  issuedOn: '2020-08-05',
  heldOn: '2020-08-04',
  title: { vi: 'Bản tin thử', en: 'Trial report' },
};

const words = { vi: 'thử', en: 'trial' };
const units = [
  { code: 'PARCEL', symbol: 'bưu kiện', name: words, kind: 'COUNT', printed: ['bưu kiện'] },
  { code: 'MINISTRY', symbol: 'bộ', name: words, kind: 'COUNT', printed: ['bộ'] },
  { code: 'AGENCY', symbol: 'cơ quan', name: words, kind: 'COUNT', printed: ['bộ, tỉnh'] },
  { code: 'PROVINCE', symbol: 'tỉnh', name: words, kind: 'COUNT', printed: ['tỉnh'] },
  { code: 'VND', symbol: '₫', name: words, kind: 'CURRENCY', printed: ['đồng'] },
  { code: 'SHARE_PERCENT', symbol: '%', name: words, kind: 'SHARE', printed: ['%'] },
];
const indicators = [
  { code: 'made-up.parcels', unit: 'PARCEL', basis: 'FLOW' },
  { code: 'made-up.parcels.year-to-date', unit: 'PARCEL', basis: 'YEAR_TO_DATE' },
  { code: 'made-up.ministries', unit: 'MINISTRY', basis: 'AS_OF' },
  { code: 'made-up.provinces', unit: 'PROVINCE', basis: 'AS_OF' },
  { code: 'made-up.revenue', unit: 'VND', basis: 'FLOW' },
  { code: 'made-up.share', unit: 'SHARE_PERCENT', basis: 'AS_OF' },
];
export const madeUpCatalogue: Catalogue = {
  units: byCode(units.map((unit) => unitFormat.parse(unit))),
  scopes: new Map(),
  indicators: byCode(
    indicators.map((indicator) => indicatorFormat.parse({ ...indicator, name: words, description: words })),
  ),
};

function byCode<T extends { readonly code: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((entry) => [entry.code, entry]));
}

export const madeUpIdentity: Sector = {
  folder: 'made-up',
  code: 'MADE_UP',
  field: 'madeUp',
  typePrefix: 'MadeUp',
  database: 'giaoban_made_up',
  name: words,
  port: 1,
  kind: 'SECTOR',
  leadUnit: 'MIC',
  path: 'made-up',
};

/** Records as a data file has them. */
interface Records {
  readonly observations?: readonly unknown[];
  readonly targets?: readonly unknown[];
  readonly tasks?: readonly unknown[];
  readonly highlights?: readonly unknown[];
  readonly exclusions?: readonly unknown[];
  readonly legalDocuments?: readonly unknown[];
  readonly meeting?: unknown;
}

/** A team whose only document is the made-up one, with these records. */
export function madeUpSector(records: Records, document = madeUpDocument, code = 'MADE_UP'): SectorToProve {
  const read = <T>(format: z.ZodType<T>, all: readonly unknown[] = [], file: string): Placed<T>[] =>
    all.map((record, index) => ({ record: format.parse(record), at: `${file}:${index + 1}` }));
  return {
    sector: { ...madeUpIdentity, code },
    catalogue: madeUpCatalogue,
    documents: [
      {
        document,
        folder: 'made-up',
        observations: read(observationFormat, records.observations, 'observations.yml'),
        targets: read(targetFormat, records.targets, 'targets.yml'),
        tasks: read(taskFormat, records.tasks, 'tasks.yml'),
        highlights: read(highlightFormat, records.highlights, 'highlights.yml'),
        exclusions: read(exclusionFormat, records.exclusions, 'excluded.yml'),
        legalDocuments: read(legalDocumentFormat, records.legalDocuments, 'legal-documents.yml'),
        meeting:
          records.meeting === undefined
            ? null
            : { record: meetingFormat.parse(records.meeting), at: 'meeting.yml:1' },
      },
    ],
  };
}

/** The lines of the made-up document; no other document is at hand. */
export function madeUpLines(...lines: readonly string[]): LinesOf {
  return (document) => (document === madeUpDocument.id ? lines : null);
}

/** Where `text` stands in a line, as a citation has it; `nth` from 1 where it stands there more than once. */
export function cite(line: string, text: string, { number = 1, nth = 1 } = {}) {
  let start = -1;
  for (let count = 0; count < nth; count += 1) start = line.indexOf(text, start + 1);
  if (start < 0) throw new Error(`the made-up line must hold ${text}`);
  return { line: number, start, end: start + text.length, printed: text };
}

/** The same without the words: a statement. */
export function citeStatement(line: string, text: string, options = {}) {
  const { printed: _, ...place } = cite(line, text, options);
  return place;
}

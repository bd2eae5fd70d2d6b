import type { Catalogue } from '../data-files/read-sector-data.ts';
import type { ReportedFigure } from '../reporting/reported-figure.ts';
import type { ImportReport, stageImport } from '../reporting/stage-import.ts';
import type { Sector } from '../sectors.ts';
import type { SectorStore } from '../store/sector-store.ts';
import type { Delimiter } from './csv/csv-head.ts';
import { faultTexts } from './fault-texts.ts';
import { fileDigest } from './file-digest.ts';
import type { ImportLimits } from './import-limits.ts';
import type { NumberFormat } from './number-format.ts';
import { openSheet, type SheetKind } from './open-sheet.ts';
import { readAs } from './read-as.ts';
import { type SheetFault, SheetFaults } from './sheet-fault.ts';
import { type SheetCounts, sheetFigures, type SheetReading } from './sheet-figures.ts';
import type { SheetSource } from './sheet-source.ts';

/** Where checked figures go. */
export interface ImportTarget {
  readonly store: SectorStore;
  /** Who imports, for the audit trail. */
  readonly by: string;
  /** stageImport, but in tests without a database. */
  readonly stage: typeof stageImport;
}
export interface ImportProgress {
  readonly phase: 'CHECKING' | 'SAVING';
  readonly done: number;
  /** In bytes while it is checked, in figures while they are saved. */
  readonly of: number;
}
export interface FileImport {
  readonly path: string;
  readonly sector: Sector;
  readonly catalogue: Catalogue;
  /** What the file does not declare itself; null: it must. */
  readonly edition: string | null;
  readonly numbers: NumberFormat | null;
  readonly delimiter: Delimiter | null;
  /** What the sender says that the file is. */
  readonly expected: SheetKind | null;
  readonly limits: ImportLimits;
  /** Null: the file is only checked. */
  readonly target: ImportTarget | null;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
}

export type FileImportOutcome =
  | {
      readonly kind: 'INVALID';
      readonly edition: string | null;
      /** How many there are; `faults` holds the first two hundred. */
      readonly total: number;
      readonly faults: readonly SheetFault[];
    }
  | { readonly kind: 'CHECKED'; readonly edition: string; readonly counts: Readonly<SheetCounts> }
  | {
      readonly kind: 'IMPORTED';
      readonly edition: string;
      readonly counts: Readonly<SheetCounts>;
      readonly report: ImportReport;
    };

export const MOST_FAULTS = 200;

/**
 * Checks a file of figures whole, then brings them into the draft of the edition: all of them or none. The second reading
 * checks again, so that a file that changes in between cannot slip through.
 * @throws CodedError UPLOAD_… for a file that is damaged, of no kind that we read, or beyond a limit.
 */
export async function importFile(request: FileImport): Promise<FileImportOutcome> {
  const { path, limits, delimiter, expected, target } = request;
  const source = await openSheet(path, limits, { delimiter, expected });
  try {
    const faults = new SheetFaults(MOST_FAULTS);
    const settled = readAs(source, request, faults);
    if (settled === null)
      return { kind: 'INVALID', edition: null, total: faults.total, faults: faults.first };
    const { edition } = settled;
    const counts = await check(source, { ...settled, faults }, request);
    if (faults.total > 0) return { kind: 'INVALID', edition, total: faults.total, faults: faults.first };
    if (target === null) return { kind: 'CHECKED', edition, counts };
    const report = await save(source, settled, counts, request, target);
    return { kind: 'IMPORTED', edition, counts, report };
  } finally {
    await source.close();
  }
}

type Settled = Pick<SheetReading, 'edition' | 'numbers'>;

async function check(
  source: SheetSource,
  reading: Settled & Pick<SheetReading, 'faults'>,
  { catalogue, limits, onProgress, signal }: FileImport,
): Promise<SheetCounts> {
  const counts: SheetCounts = { figures: 0, notFilled: 0, superseded: 0 };
  const onBytes = (done: number) => onProgress?.({ phase: 'CHECKING', done, of: source.size });
  const figures = sheetFigures(
    source,
    { ...reading, catalogue, limits, onBytes, ...(signal && { signal }) },
    counts,
  );
  for await (const _ of figures);
  if (reading.faults.total === 0 && counts.figures === 0)
    reading.faults.add('FILE', {}, faultTexts.nothingToImport());
  onBytes(source.size);
  return counts;
}

async function save(
  source: SheetSource,
  { edition, numbers }: Settled,
  { figures: total }: SheetCounts,
  request: FileImport,
  { store, by, stage }: ImportTarget,
): Promise<ImportReport> {
  const { path, sector, catalogue, onProgress, signal, delimiter } = request;
  const digest = await fileDigest(path, { sector: sector.code, edition, numbers, delimiter });
  return stage({
    store,
    sector,
    catalogue,
    edition,
    by,
    fileDigest: digest,
    figures: oneByOne(source, { edition, numbers }, request),
    onProgress: (done) => onProgress?.({ phase: 'SAVING', done, of: total }),
    ...(signal && { signal }),
  });
}

async function* oneByOne(
  source: SheetSource,
  settled: Settled,
  { catalogue, limits, signal }: FileImport,
): AsyncGenerator<ReportedFigure> {
  const faults = new SheetFaults(MOST_FAULTS);
  const counts: SheetCounts = { figures: 0, notFilled: 0, superseded: 0 };
  const reading = { ...settled, catalogue, limits, faults, ...(signal && { signal }) };
  for await (const figures of sheetFigures(source, reading, counts)) {
    if (faults.total > 0) throw faults.toError();
    yield* figures;
  }
  if (faults.total > 0) throw faults.toError();
}

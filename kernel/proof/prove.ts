import { Faults } from '../data-files/read-yaml.ts';
import { agencies } from '../registers/agencies.ts';
import { documents } from '../registers/documents.ts';
import { checkCodesAndRows } from './check-codes-and-rows.ts';
import { checkComparisons } from './check-comparisons.ts';
import { checkCoverage, type Coverage } from './check-coverage.ts';
import { checkDeadlines } from './check-deadlines.ts';
import { checkDoubles } from './check-doubles.ts';
import { checkExclusions } from './check-exclusions.ts';
import { checkFigures } from './check-figures.ts';
import { checkHeadlines } from './check-headlines.ts';
import { checkOfficeRecords } from './check-office-records.ts';
import { checkOwnWords, type ProjectText } from './check-own-words.ts';
import { checkPeriods } from './check-periods.ts';
import { checkProgress } from './check-progress.ts';
import { checkProvinces } from './check-provinces.ts';
import { checkSpans } from './check-spans.ts';
import { checkStatuses } from './check-statuses.ts';
import { checkWholeReadings } from './check-whole-readings.ts';
import { copyFinder } from './copied-runs.ts';
import { countRecords, type RecordCounts } from './count-records.ts';
import type { LinesOf, ProofFault } from './proof-fault.ts';
import type { SectorToProve } from './sector-to-prove.ts';

export interface ToProve {
  readonly sectors: readonly SectorToProve[];
  /** The indicator of each headline, by the sector's code and the field. */
  readonly headlines: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly linesOf: LinesOf;
  readonly files: readonly ProjectText[];
}
export interface ProofReport {
  readonly faults: readonly ProofFault[];
  readonly records: RecordCounts;
  /** Of each document whose text is at hand. */
  readonly coverage: readonly Coverage[];
  /** The documents whose text is not at hand: what their records say of them is held only against itself. */
  readonly missingTexts: readonly string[];
}

/**
 * Proves every record of every sector. Where codes are wrong, only that is told: all other checks
 * presuppose them. Writes nothing and reads no file.
 */
export function prove({ sectors, headlines, linesOf, files }: ToProve): ProofReport {
  const missingTexts = documents.map(({ id }) => id).filter((id) => linesOf(id) === null);
  const wrongCodes = new Faults();
  const rows = new Map(sectors.map((data) => [data.sector.code, checkCodesAndRows(data, wrongCodes)]));
  const records = countRecords(sectors);
  if (wrongCodes.list.length > 0)
    return { faults: wrongCodes.list.map(codeFault), records, coverage: [], missingTexts };

  const covered = documents.flatMap((document) => checkCoverage(document, sectors, linesOf) ?? []);
  const faults = [
    ...sectors.flatMap((data) => [
      ...checkSpans(data, linesOf),
      ...checkFigures(data),
      ...checkComparisons(data),
      ...checkDeadlines(data),
      ...checkPeriods(data, linesOf),
      ...checkStatuses(data, linesOf),
      ...checkProvinces(data, linesOf),
      ...checkWholeReadings(data, linesOf),
      ...checkOfficeRecords(data, linesOf),
      ...checkProgress(data),
      ...checkExclusions(data, linesOf),
      ...checkHeadlines(
        data.sector,
        headlines.get(data.sector.code) ?? {},
        rows.get(data.sector.code)?.observations ?? [],
      ),
    ]),
    ...checkDoubles(sectors),
    ...covered.flatMap((one) => one.faults),
    ...checkOwnWords(files, copyFinder(textsAtHand(linesOf), officialNames(sectors))),
  ];
  return { faults, records, coverage: covered.map(({ coverage }) => coverage), missingTexts };
}

/** The loader's messages begin with their place: "…/observations.yml:12: there is no indicator …". */
export function codeFault(message: string): ProofFault {
  const [, at = '', fault = message] = /^(.*?): (.*)$/su.exec(message) ?? [];
  return { check: 'CODES', at, fault };
}

function textsAtHand(linesOf: LinesOf): (readonly string[])[] {
  return documents.flatMap(({ id }) => {
    const lines = linesOf(id);
    return lines === null ? [] : [lines];
  });
}

/**
 * An agency is called by its name, and a numbered legal document by its title; both may be longer than any
 * copy may be.
 */
function officialNames(sectors: readonly SectorToProve[]): string[] {
  return [
    ...agencies.all.flatMap(({ name, aliases }) => [name.vi, ...aliases]),
    ...sectors.flatMap(({ documents: folders }) =>
      folders.flatMap(({ legalDocuments }) =>
        legalDocuments.flatMap(({ record }) => (record.number === undefined ? [] : [record.title.vi])),
      ),
    ),
  ];
}

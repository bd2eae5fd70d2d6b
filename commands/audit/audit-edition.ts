import { auditStatedChange } from '../../kernel/auditor/audit-stated-change.ts';
import { findingsIn } from '../../kernel/auditor/checks-of.ts';
import { evidenceOf, type Evidence } from '../../kernel/auditor/figures/evidence.ts';
import { neighbouringChanges } from '../../kernel/auditor/neighbouring-changes.ts';
import type { CheckKind, Slip, Verdict } from '../../kernel/auditor/verdicts.ts';
import { formatDecimal, fromDecimal128, type Decimal } from '../../kernel/decimal.ts';
import { figureSubject } from '../../kernel/figure-subject.ts';
import type { Interval } from '../../kernel/interval/interval.ts';
import type { Sector } from '../../kernel/sectors.ts';
import type { CitationRow, ObservationRow } from '../../kernel/store/rows.ts';
import { periodLabel } from '../../kernel/time-period/label.ts';
import { parseTimePeriod } from '../../kernel/time-period/parse.ts';
import type { Bilingual } from '../../kernel/vocabulary.ts';
import { editionRows } from '../reports/edition-rows.ts';
import type { SectorRecords } from '../reports/report-records.ts';
import { uncomparedEntry, type UncomparedEntry } from './uncompared-entry.ts';

/** A finding for people and programs: figures as text, in plain digits. */
export interface AuditEntry {
  readonly sector: string;
  readonly id: string;
  readonly kind: 'COMPARISON' | CheckKind;
  /** Of what, and of when: "Doanh thu di động trong tháng, tháng 6/2020". */
  readonly subject: Bilingual;
  readonly stated: string | null;
  readonly computed: string | null;
  /** In the usual notation, "[-9.43, -8.11)"; rounded outward to ten digits. */
  readonly interval: string | null;
  readonly verdict: Verdict;
  readonly slip: Slip | null;
  readonly explanation: Bilingual;
  /** 2020-08-04-briefing-july-2020:41 */
  readonly place: string | null;
}

/** Everything that the auditor says of an edition. */
export interface EditionAudit {
  readonly findings: readonly AuditEntry[];
  /** Figures that changed since they were last known, and nobody says so. */
  readonly uncompared: readonly UncomparedEntry[];
}

/** Every stated change, every check and every change that is not stated of an edition. */
export function auditEdition(edition: string, sectors: readonly SectorRecords[]): EditionAudit {
  const audits = sectors.map((records) => auditSector(records, edition));
  return {
    findings: audits.flatMap(({ findings }) => findings),
    uncompared: audits.flatMap(({ uncompared }) => uncompared),
  };
}

function auditSector({ sector, indicators, observations }: SectorRecords, edition: string): EditionAudit {
  const catalogue = new Map(indicators.map((indicator) => [indicator._id, indicator]));
  const evidence = evidenceOf(catalogue, observations);
  const rows = editionRows(observations, edition);
  const checks = rows
    .flatMap((row) => findingsIn(row, evidence))
    .map(
      ({
        id,
        kind,
        subject,
        stated,
        computed,
        interval,
        verdict,
        slip,
        explanation,
        citation,
      }): AuditEntry => ({
        sector: sector.code,
        id,
        kind,
        subject: subjectOf(subject, evidence),
        stated: text(stated),
        computed: text(computed),
        interval: interval && intervalNotation(interval),
        verdict,
        slip,
        explanation,
        place: placeOf(citation),
      }),
    );
  return {
    findings: [...rows.flatMap((row) => comparisonsOf(row, sector, evidence)), ...checks],
    uncompared: neighbouringChanges(observations, evidence)
      .filter(({ after, change }) => after.row.edition === edition && !change.isZero())
      .map((change) => uncomparedEntry(change, sector.code, evidence)),
  };
}

function comparisonsOf(of: ObservationRow, sector: Sector, evidence: Evidence): AuditEntry[] {
  return of.comparisons.map((comparison) => {
    const { verdict, slip, computed, interval, explanation } = auditStatedChange(
      { comparison, of },
      evidence,
    );
    const { stated, citation } = comparison;
    return {
      sector: sector.code,
      id: comparison.id,
      kind: 'COMPARISON',
      subject: subjectOf(of, evidence),
      stated: stated === null ? (citation?.printed ?? null) : text(fromDecimal128(stated)),
      computed: text(computed),
      interval: interval && intervalNotation(interval),
      verdict,
      slip,
      explanation,
      place: placeOf(citation),
    };
  });
}

function subjectOf(row: ObservationRow, evidence: Evidence): Bilingual {
  const { vi, en } = figureSubject(evidence.indicator(row.indicator), row);
  const period = parseTimePeriod(row.period);
  return { vi: `${vi}, ${periodLabel(period, 'VI')}`, en: `${en}, ${periodLabel(period, 'EN')}` };
}

function text(value: Decimal | null): string | null {
  return value === null ? null : formatDecimal(value);
}

function intervalNotation({ lower, upper, lowerIncluded, upperIncluded }: Interval): string {
  return `${lowerIncluded ? '[' : '('}${text(lower) ?? ''}, ${text(upper) ?? ''}${upperIncluded ? ']' : ')'}`;
}

function placeOf(citation: CitationRow | null): string | null {
  return citation === null ? null : `${citation.document}:${citation.line}`;
}

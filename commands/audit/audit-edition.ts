import { auditStatedChange } from '../../kernel/auditor/audit-stated-change.ts';
import { checksOf } from '../../kernel/auditor/checks-of.ts';
import { evidenceOf } from '../../kernel/auditor/figures/evidence.ts';
import type { CheckKind, Slip, Verdict } from '../../kernel/auditor/verdicts.ts';
import { formatDecimal, fromDecimal128, type Decimal } from '../../kernel/decimal.ts';
import { readSectorRows } from '../../kernel/load/load-sector.ts';
import { readSectors } from '../../kernel/sectors.ts';
import type { CitationRow } from '../../kernel/store/rows.ts';
import type { Bilingual } from '../../kernel/vocabulary.ts';

/** A finding for people and programs: figures as text, in plain digits. */
export interface AuditEntry {
  readonly sector: string;
  readonly id: string;
  readonly kind: 'COMPARISON' | CheckKind;
  readonly indicator: Bilingual;
  readonly stated: string | null;
  readonly computed: string | null;
  readonly verdict: Verdict;
  readonly slip: Slip | null;
  readonly explanation: Bilingual;
  /** 2020-08-04-briefing-july-2020:41 */
  readonly place: string | null;
}

/** Every stated change and every check of an edition, from the data files. Refuses a sector that does not exist. */
export function auditEdition(edition: string, only: string | null): readonly AuditEntry[] {
  const sectors = readSectors().filter(({ folder }) => only === null || folder === only);
  if (sectors.length === 0)
    throw new Error(
      `there is no sector ${JSON.stringify(only)}; there are ${readSectors()
        .map(({ folder }) => folder)
        .join(', ')}`,
    );
  return sectors.flatMap((sector) => {
    const { rows: data } = readSectorRows(sector);
    const catalogue = new Map(data.indicators.map((indicator) => [indicator._id, indicator]));
    const evidence = evidenceOf(catalogue, data.observations);
    const rows = data.observations.filter((row) => row.edition === edition);
    const nameOf = (code: string) => evidence.indicator(code).name;
    const comparisons = rows.flatMap((of) =>
      of.comparisons.map((comparison): AuditEntry => {
        const { verdict, slip, computed, explanation } = auditStatedChange({ comparison, of }, evidence);
        return {
          sector: sector.code,
          id: comparison.id,
          kind: 'COMPARISON',
          indicator: nameOf(of.indicator),
          stated:
            comparison.stated === null
              ? (comparison.citation?.printed ?? null)
              : text(fromDecimal128(comparison.stated)),
          computed: text(computed),
          verdict,
          slip,
          explanation,
          place: placeOf(comparison.citation),
        };
      }),
    );
    const checks = checksOf({ rows, catalogue, vintages: data.observations }).map(
      ({ id, kind, subject, stated, computed, verdict, slip, explanation, citation }): AuditEntry => ({
        sector: sector.code,
        id,
        kind,
        indicator: nameOf(subject.indicator),
        stated: text(stated),
        computed: text(computed),
        verdict,
        slip,
        explanation,
        place: placeOf(citation),
      }),
    );
    return [...comparisons, ...checks];
  });
}

function text(value: Decimal | null): string | null {
  return value === null ? null : formatDecimal(value);
}

function placeOf(citation: CitationRow | null): string | null {
  return citation === null ? null : `${citation.document}:${citation.line}`;
}

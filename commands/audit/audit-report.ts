import { verdicts } from '../../kernel/auditor/verdicts.ts';
import type { Language } from '../../kernel/vocabulary.ts';
import type { AuditEntry } from './audit-edition.ts';

interface ReportOptions {
  readonly language: Language;
  /** Whether what is CONSISTENT is shown as well. */
  readonly all: boolean;
}

/** The findings as a readable report: by sector, the gravest first, and how many there are of each verdict. */
export function auditReport(
  edition: string,
  entries: readonly AuditEntry[],
  { language, all }: ReportOptions,
): string {
  const shown = entries.filter(({ verdict }) => all || verdict !== 'CONSISTENT');
  const gravity = ['INCONSISTENT', 'ROUNDING', 'AMBIGUOUS', 'BASE_MISSING', 'CONSISTENT'];
  const parts = [...new Set(shown.map(({ sector }) => sector))].map((sector) => {
    const own = shown
      .filter((entry) => entry.sector === sector)
      .toSorted((a, b) => gravity.indexOf(a.verdict) - gravity.indexOf(b.verdict));
    return `${sector}\n${own.map((entry) => entryText(entry, language)).join('\n')}`;
  });
  const counts = verdicts.map(
    (verdict) => `${entries.filter((entry) => entry.verdict === verdict).length} ${verdict}`,
  );
  return [`${edition}: ${counts.join(', ')}`, ...parts].join('\n\n');
}

function entryText(
  { kind, indicator, verdict, slip, explanation, place }: AuditEntry,
  language: Language,
): string {
  const words = language === 'EN' ? 'en' : 'vi';
  const found = slip === null ? verdict : `${verdict} (${slip})`;
  return `  ${found}  ${kind}  ${indicator[words]}${place === null ? '' : `  [${place}]`}\n      ${explanation[words]}`;
}

import { verdicts, type Verdict } from '../../kernel/auditor/verdicts.ts';
import { numberText } from '../../kernel/auditor/explanation/number-text.ts';
import { parseDecimal, type Decimal } from '../../kernel/decimal.ts';
import type { Bilingual, Language } from '../../kernel/vocabulary.ts';
import type { AuditEntry, EditionAudit } from './audit-edition.ts';
import type { UncomparedEntry } from './uncompared-entry.ts';

interface ReportOptions {
  readonly language: Language;
  /** Whether what is CONSISTENT is shown as well. */
  readonly all: boolean;
}

/** What is worst first: what does not agree, what may not, what cannot be told. */
const gravity: readonly Verdict[] = ['INCONSISTENT', 'ROUNDING', 'AMBIGUOUS', 'BASE_MISSING', 'CONSISTENT'];
const uncomparedTitle: Bilingual = {
  vi: 'Số liệu đã thay đổi mà không nơi nào so sánh',
  en: 'Figures that changed and that nobody compares',
};
const nothing: Bilingual = {
  vi: 'Không có gì để tính lại: kỳ giao ban này không có số liệu nào đối chiếu được.',
  en: 'There is nothing to compute: this briefing has no figures that could be held against others.',
};

/** The findings as a readable report: by sector, the gravest first, and how many there are of each verdict. */
export function auditReport(
  edition: string,
  { findings, uncompared }: EditionAudit,
  { language, all }: ReportOptions,
): string {
  const shown = findings.filter(({ verdict }) => all || verdict !== 'CONSISTENT');
  const sectors = [...new Set([...shown, ...uncompared].map(({ sector }) => sector))];
  const parts = sectors.map((sector) => {
    const own = shown
      .filter((entry) => entry.sector === sector)
      .toSorted((a, b) => gravity.indexOf(a.verdict) - gravity.indexOf(b.verdict));
    const silent = uncompared.filter((entry) => entry.sector === sector);
    return [
      sector,
      ...own.map((entry) => entryText(entry, language)),
      ...(silent.length === 0 ? [] : [`  ${inLanguage(uncomparedTitle, language)}`]),
      ...silent.map((entry) => uncomparedText(entry, language)),
    ].join('\n');
  });
  const counts = verdicts.map(
    (verdict) => `${findings.filter((entry) => entry.verdict === verdict).length} ${verdict}`,
  );
  const head = `${edition}: ${counts.join(', ')}`;
  if (findings.length + uncompared.length === 0) return `${head}\n\n${inLanguage(nothing, language)}`;
  return [head, ...parts].join('\n\n');
}

function entryText(
  { kind, subject, verdict, slip, explanation, place }: AuditEntry,
  language: Language,
): string {
  const found = slip === null ? verdict : `${verdict} (${slip})`;
  const where = place === null ? '' : `  [${place}]`;
  return `  ${found}  ${kind}  ${inLanguage(subject, language)}${where}\n      ${inLanguage(explanation, language)}`;
}

/** "9.637 đài (6/7/2020) → 9.534 đài (tháng 8/2020): −103 đài, −1,07%". A change between percentages is told in points alone. */
function uncomparedText(
  { subject, before, after, changeDisplay, percent }: UncomparedEntry,
  language: Language,
): string {
  const levels = [before, after].map(({ display }) => inLanguage(display, language)).join(' → ');
  const inPercent = before.display.en.includes('%');
  const points = inPercent ? (language === 'VI' ? ' điểm phần trăm' : ' percentage points') : '';
  const share =
    percent === null || inPercent ? '' : `, ${signed(parseDecimal(percent).toDecimalPlaces(2), language)}%`;
  const places = [before, after].flatMap(({ place }) => place ?? []).join(', ');
  return `    ${inLanguage(subject, language)}: ${levels}: ${inLanguage(changeDisplay, language)}${points}${share}  [${places}]`;
}

function signed(value: Decimal, language: Language): string {
  return value.gt(0) ? `+${numberText(value, language)}` : numberText(value, language);
}

function inLanguage({ vi, en }: Bilingual, language: Language): string {
  return language === 'EN' ? en : vi;
}

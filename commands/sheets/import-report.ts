import type { FileImportOutcome } from '../../kernel/sheets/import-file.ts';
import { faultLine } from '../../kernel/sheets/sheet-fault.ts';
import type { Bilingual } from '../../kernel/vocabulary.ts';

/** What became of an import, for people. */
export function importReport(outcome: FileImportOutcome, language: keyof Bilingual): string {
  const vi = language === 'vi';
  switch (outcome.kind) {
    case 'INVALID': {
      const { total, faults } = outcome;
      const title = vi
        ? `Tệp có ${total} lỗi; chưa số liệu nào được nhập.`
        : `The file has ${total} ${total === 1 ? 'fault' : 'faults'}; nothing of it was taken.`;
      const more = total - faults.length;
      const rest = vi ? `… và ${more} lỗi nữa.` : `… and ${more} more.`;
      return [
        title,
        ...faults.map((fault) => `  ${faultLine(fault, language)}`),
        ...(more > 0 ? [`  ${rest}`] : []),
      ].join('\n');
    }
    case 'CHECKED':
      return vi
        ? `Tệp không có lỗi: ${outcome.counts.figures} số liệu cho kỳ ${outcome.edition}. Chưa ghi gì (--dry-run).`
        : `The file has no faults: ${outcome.counts.figures} figures for ${outcome.edition}. Nothing is written (--dry-run).`;
    case 'IMPORTED': {
      const { inserted, changed, left, version } = outcome.report;
      return vi
        ? `Bản nháp kỳ ${outcome.edition}, phiên bản ${version}: thêm ${inserted}, sửa ${changed}, giữ nguyên ${left}.`
        : `Draft of ${outcome.edition}, version ${version}: ${inserted} added, ${changed} changed, ${left} left as they were.`;
    }
  }
}

import { foldText } from '../folded-text.ts';
import type { ReportedStatus } from '../reporting/reported-figure.ts';
import type { Bilingual, PeriodBasis, Qualifier } from '../vocabulary.ts';

/**
 * The closed lists of a sheet in the words that its dropdowns offer. A cell may hold the code, or the words of either
 * language; case and accents do not matter.
 */
export interface LabelledList<Code extends string> {
  readonly labels: Readonly<Record<Code, Bilingual>>;
  readonly codes: readonly Code[];
  find(text: string): Code | null;
}

function labelledList<Code extends string>(
  labels: Readonly<Record<Code, Bilingual>>,
  otherSpellings: Readonly<Record<string, Code>> = {},
): LabelledList<Code> {
  const codes = Object.keys(labels) as Code[];
  const byName = new Map<string, Code>();
  for (const code of codes)
    for (const name of [code, labels[code].vi, labels[code].en]) byName.set(foldText(name), code);
  for (const [name, code] of Object.entries(otherSpellings)) byName.set(foldText(name), code);
  return { labels, codes, find: (text) => byName.get(foldText(text.trim())) ?? null };
}

export const qualifierLabels = labelledList<Qualifier>({
  EXACT: { vi: 'đúng', en: 'exact' },
  ABOUT: { vi: 'khoảng', en: 'about' },
  MORE_THAN: { vi: 'trên', en: 'more than' },
  NEARLY: { vi: 'gần', en: 'nearly' },
  LESS_THAN: { vi: 'dưới', en: 'less than' },
  AT_LEAST: { vi: 'ít nhất', en: 'at least' },
  AT_MOST: { vi: 'nhiều nhất', en: 'at most' },
  RANGE: { vi: 'từ … đến', en: 'from … to' },
  ORDER_OF_MAGNITUDE: { vi: 'cỡ (hàng chục, hàng trăm)', en: 'order of magnitude' },
  NOT_STATED: { vi: 'không nêu mức', en: 'level not stated' },
});

export const statusLabels = labelledList<ReportedStatus>({
  REPORTED: { vi: 'báo cáo', en: 'reported' },
  ESTIMATED: { vi: 'ước', en: 'estimated' },
  PROVISIONAL: { vi: 'sơ bộ', en: 'provisional' },
  FINAL: { vi: 'chính thức', en: 'final' },
  FORECAST: { vi: 'dự báo', en: 'forecast' },
});

/** What the numbers of a row are multiplied by, as powers of ten. */
export const multipliers = {
  ONE: '1',
  THOUSAND: '1000',
  MILLION: '1000000',
  BILLION: '1000000000',
  TRILLION: '1000000000000',
} as const;
export const multiplierLabels = labelledList<keyof typeof multipliers>(
  {
    ONE: { vi: 'đơn vị', en: 'one' },
    THOUSAND: { vi: 'nghìn', en: 'thousand' },
    MILLION: { vi: 'triệu', en: 'million' },
    BILLION: { vi: 'tỷ', en: 'billion' },
    TRILLION: { vi: 'nghìn tỷ', en: 'trillion' },
  },
  { ngàn: 'THOUSAND', tỉ: 'BILLION', 'nghìn tỉ': 'TRILLION', 'ngàn tỷ': 'TRILLION' },
);

export const basisLabels: Readonly<Record<PeriodBasis, Bilingual>> = {
  FLOW: { vi: 'trong kỳ', en: 'within the period' },
  YEAR_TO_DATE: { vi: 'luỹ kế từ đầu năm', en: 'since January' },
  AS_OF: { vi: 'tại thời điểm', en: 'at a time' },
  AVERAGE: { vi: 'bình quân', en: 'average' },
};

import { foldText } from '../folded-text.ts';
import type { Bilingual } from '../vocabulary.ts';

/** What a team fills in; each becomes a part of a reported figure. */
export const figureColumns = [
  'indicator',
  'value',
  'multiplier',
  'period',
  'province',
  'scope',
  'agency',
  'qualifier',
  'status',
  'lower',
  'upper',
  'outOf',
  'note',
] as const;
export type FigureColumn = (typeof figureColumns)[number];

/** What a template shows to whoever fills it in; an import does not read it. */
export const shownColumns = ['name', 'unit', 'basis', 'lastValue', 'lastPeriod'] as const;
export type ShownColumn = (typeof shownColumns)[number];

/** What an export says besides. An import reads `edition` and `supersededFrom`, and leaves the rest. */
export const exportColumns = [
  'edition',
  'state',
  'role',
  'revision',
  'revisionReason',
  'knownFrom',
  'supersededFrom',
  'inferred',
  'display',
  'document',
  'line',
  'start',
  'end',
  'printed',
  'id',
] as const;
export type ExportColumn = (typeof exportColumns)[number];

export type SheetColumn = FigureColumn | ShownColumn | ExportColumn;

export const columnTitles: Readonly<Record<SheetColumn, Bilingual>> = {
  indicator: { vi: 'Mã chỉ tiêu', en: 'Indicator code' },
  name: { vi: 'Tên chỉ tiêu', en: 'Indicator name' },
  unit: { vi: 'Đơn vị tính', en: 'Unit' },
  basis: { vi: 'Cách tính', en: 'Basis' },
  lastValue: { vi: 'Số gần nhất', en: 'Last value' },
  lastPeriod: { vi: 'Kỳ gần nhất', en: 'Last period' },
  value: { vi: 'Giá trị', en: 'Value' },
  multiplier: { vi: 'Nhân với', en: 'Multiplier' },
  period: { vi: 'Kỳ số liệu', en: 'Period' },
  province: { vi: 'Tỉnh, thành phố', en: 'Province' },
  scope: { vi: 'Phạm vi', en: 'Scope' },
  agency: { vi: 'Cơ quan', en: 'Agency' },
  qualifier: { vi: 'Mức độ', en: 'Qualifier' },
  status: { vi: 'Tình trạng', en: 'Status' },
  lower: { vi: 'Từ', en: 'Lower' },
  upper: { vi: 'Đến', en: 'Upper' },
  outOf: { vi: 'Trên tổng số', en: 'Out of' },
  note: { vi: 'Ghi chú', en: 'Note' },
  edition: { vi: 'Kỳ giao ban', en: 'Edition' },
  state: { vi: 'Trạng thái công bố', en: 'State' },
  role: { vi: 'Vai trò', en: 'Role' },
  revision: { vi: 'Lần sửa', en: 'Revision' },
  revisionReason: { vi: 'Lý do sửa', en: 'Revision reason' },
  knownFrom: { vi: 'Biết từ ngày', en: 'Known from' },
  supersededFrom: { vi: 'Được thay từ ngày', en: 'Superseded from' },
  inferred: { vi: 'Suy ra', en: 'Inferred' },
  display: { vi: 'Cách đọc', en: 'Display' },
  document: { vi: 'Văn bản', en: 'Document' },
  line: { vi: 'Dòng', en: 'Line' },
  start: { vi: 'Bắt đầu', en: 'Start' },
  end: { vi: 'Kết thúc', en: 'End' },
  printed: { vi: 'Số như in', en: 'As printed' },
  id: { vi: 'Mã bản ghi', en: 'Record id' },
};

const byTitle = new Map<string, SheetColumn>();
for (const [key, title] of Object.entries(columnTitles) as [SheetColumn, Bilingual][])
  for (const name of [key, title.vi, title.en]) byTitle.set(foldText(name), key);

/**
 * The column that a title names: by its key (as an export writes it), or by its title in either language. What stands in
 * brackets or in further lines of the title is a hint for people.
 */
export function findSheetColumn(title: string): SheetColumn | null {
  const bare = title.split('\n', 1)[0]?.replace(/\s*[(*].*$/u, '') ?? '';
  return byTitle.get(foldText(bare.trim())) ?? null;
}

/** A column for the team's own use: its title begins with #, and an import leaves it alone. */
export function isOwnColumn(title: string): boolean {
  return title.trimStart().startsWith('#');
}

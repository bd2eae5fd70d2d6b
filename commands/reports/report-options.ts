import { quoted } from '../../kernel/quoted.ts';
import { readSectors } from '../../kernel/sectors.ts';
import type { Language } from '../../kernel/vocabulary.ts';
import { recordSources, type ReportRecords, type ReportRequest } from './report-records.ts';

/** What every report takes, as parseArgs wants it. */
export const reportOptions = {
  sector: { type: 'string' },
  from: { type: 'string' },
  drafts: { type: 'boolean', default: false },
  lang: { type: 'string', default: 'vi' },
  json: { type: 'boolean', default: false },
} as const;

interface GivenOptions {
  readonly sector?: string | undefined;
  readonly from?: string | undefined;
  readonly drafts: boolean;
  readonly lang: string;
}

/** Refuses, with what there is, a sector that does not exist and any other text than the options take. */
export function readReportOptions({
  sector: folder,
  from,
  drafts,
  lang,
}: GivenOptions): Omit<ReportRequest, 'editions'> & { readonly language: Language } {
  if (lang !== 'vi' && lang !== 'en') throw new Error('--lang must be vi or en');
  const source = from === undefined ? null : recordSources.find((one) => one === from);
  if (source === undefined) throw new Error(`--from must be ${recordSources.join(' or ')}`);
  if (source === 'files' && drafts)
    throw new Error('--drafts are in the database only: leave out --from files');
  const all = readSectors();
  const sectors = all.filter((sector) => folder === undefined || sector.folder === folder);
  if (sectors.length === 0)
    throw new Error(
      `there is no sector ${quoted(folder ?? '')}; there are ${all.map((sector) => sector.folder).join(', ')}`,
    );
  return { sectors, from: source, drafts, language: lang === 'en' ? 'EN' : 'VI' };
}

/** The last line of a report: what it was computed from. */
export function sourceLine({ source, drafts }: ReportRecords, language: Language): string {
  if (source === 'files') return language === 'EN' ? 'From the data files.' : 'Theo các tệp dữ liệu.';
  if (drafts)
    return language === 'EN' ? 'From the database, drafts included.' : 'Theo cơ sở dữ liệu, kể cả dự thảo.';
  return language === 'EN' ? 'From the database.' : 'Theo cơ sở dữ liệu.';
}

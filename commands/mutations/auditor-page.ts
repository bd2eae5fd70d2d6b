import { join } from 'node:path';

export const auditorPage = join(import.meta.dirname, '../../docs/auditor.md');

const block = /<!-- mutations -->[\s\S]*<!-- \/mutations -->/u;

/** The page with the report where its marks are. Throws where it has none. */
export function withReport(page: string, report: string): string {
  if (!block.test(page)) throw new Error('docs/auditor.md has no place for the report: <!-- mutations -->');
  return page.replace(block, () => `<!-- mutations -->\n\n${report}\n\n<!-- /mutations -->`);
}

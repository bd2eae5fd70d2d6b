import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsTable } from '../kernel/settings.ts';

const root = join(import.meta.dirname, '..');
export const readmeFile = join(root, 'README.md');

/** A query of the README's tour, with the answer that stands under it. */
export interface TourStop {
  /** operations/tour/01-whole-briefing.graphql */
  readonly file: string;
  readonly query: string;
  readonly answer: string;
}

const block =
  /<!-- (operations\/tour\/[\w-]+\.graphql) -->\n\n```graphql\n([\s\S]*?)```\n\n```json\n([\s\S]*?)```/gu;

/** The tour: each query is named by its file in a comment, and followed by its answer. */
export function tourOf(readme: string): readonly TourStop[] {
  return [...readme.matchAll(block)].map(([, file = '', query = '', answer = '']) => ({
    file,
    query,
    answer,
  }));
}

/** The README with the table of settings as kernel/settings.ts has it. */
export function withSettings(readme: string): string {
  const rows = settingsTable().map(
    ({ name, fallback, meaning }) => `| \`${name}\` | ${fallback} | ${meaning} |`,
  );
  const table = ['| setting | default | meaning |', '| --- | --- | --- |', ...rows].join('\n');
  return readme.replace(
    /<!-- settings -->[\s\S]*<!-- \/settings -->/u,
    () => `<!-- settings -->\n\n${table}\n\n<!-- /settings -->`,
  );
}

/** The README with the queries of its files, and with the answers that `answers` has for them. */
export function withAnswers(readme: string, answers: ReadonlyMap<string, string>): string {
  return readme.replace(block, (_, file: string) => {
    const query = readFileSync(join(root, file), 'utf8');
    return `<!-- ${file} -->\n\n\`\`\`graphql\n${query}\`\`\`\n\n\`\`\`json\n${answers.get(file) ?? ''}\n\`\`\``;
  });
}

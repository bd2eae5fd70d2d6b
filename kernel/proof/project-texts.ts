import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import type { ProjectText } from './check-own-words.ts';

/** What others made, what is made anew from sources, and what processes leave behind. */
const passedOver = new Set(['node_modules', '.git', 'dist', 'generated', '.data', '.cache', 'coverage']);
const endings = new Set([
  '.ts',
  '.js',
  '.mjs',
  '.md',
  '.yml',
  '.yaml',
  '.graphql',
  '.html',
  '.css',
  '.txt',
  '.json',
]);

/**
 * Every text of the project that people write.
 * @param except a folder that may lie in the project without being a part of it: that of the documents.
 */
export function projectTexts(projectDir: string, except: string | null): ProjectText[] {
  const walk = (folder: string): ProjectText[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (passedOver.has(entry.name) || path === except) return [];
      if (entry.isDirectory()) return walk(path);
      if (!entry.isFile() || !endings.has(extname(entry.name)) || entry.name === 'package-lock.json')
        return [];
      return [{ path: relative(projectDir, path), text: readFileSync(path, 'utf8') }];
    });
  return walk(projectDir);
}

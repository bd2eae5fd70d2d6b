import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { readSectors } from '../kernel/sectors.ts';

/** A seventh sector is a folder and nothing else: no code that all sectors share says one of their names. */
const root = join(import.meta.dirname, '..');
const names = new Set(
  readSectors()
    .filter(({ kind }) => kind === 'SECTOR')
    .flatMap(({ folder, code, field, typePrefix, database }) => [
      folder,
      code,
      field,
      `${typePrefix}Section`,
      `${typePrefix}Sector`,
      database,
    ]),
);

/** The names among a file's texts and property names; comments may give examples. */
function sectorsNamedIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ES2023);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isStringLiteralLike(node) || ts.isIdentifier(node)) && names.has(node.text))
      found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe.each(['kernel', 'gateway', 'commands'])('%s', (room) => {
  const files = readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => join(room, file));

  it('names no sector', () => {
    expect(files.length).toBeGreaterThan(1);
    const found = files.flatMap((file) => sectorsNamedIn(file).map((name) => `${file}: ${name}`));
    expect(found).toEqual([]);
  });
});

import { join } from 'node:path';
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSectors } from '../kernel/sectors.ts';

const root = join(import.meta.dirname, '..');
const eslint = new ESLint({ cwd: root });

/** The rules that a text would break, were it a file there. The file must exist: types are asked of it. */
async function rulesBroken(file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: join(root, file) });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

const breach = 'import-x/no-restricted-paths';

// The first text waits until the whole project is read for its types, which a busy machine takes long over.
beforeAll(() => rulesBroken('kernel/sectors.ts', 'export {};\n'), 120_000);

describe('import boundaries', () => {
  const sectors = readSectors();

  it.each(sectors.map(({ folder }, index) => [folder, sectors[(index + 1) % sectors.length]?.folder ?? '']))(
    'keeps %s from importing another subgraph',
    async (folder, other) => {
      const text = `import { subgraph } from '../${other}/subgraph.ts';\nexport const other = subgraph;\n`;
      expect(await rulesBroken(`subgraphs/${folder}/subgraph.ts`, text)).toContain(breach);
    },
  );

  it('lets a subgraph import the kernel and itself', async () => {
    const text = `import { readSectors } from '../../kernel/sectors.ts';\nimport { resolvers } from './resolvers.ts';\nexport const both = [readSectors, resolvers];\n`;
    expect(await rulesBroken('subgraphs/postal/subgraph.ts', text)).toEqual([]);
  });

  it.each([
    ['kernel/sectors.ts', '../subgraphs/postal/subgraph.ts'],
    ['kernel/sectors.ts', '../gateway/compose-supergraph.ts'],
    ['gateway/main.ts', '../subgraphs/postal/subgraph.ts'],
    ['subgraphs/postal/main.ts', '../../gateway/compose-supergraph.ts'],
  ])('keeps %s from importing %s', async (file, imported) => {
    expect(await rulesBroken(file, `import * as other from '${imported}';\nexport { other };\n`)).toContain(
      breach,
    );
  });
});

describe('other rules of the house', () => {
  it('finds two files that import each other', async () => {
    const text = `import { evidenceOf } from './auditor/figures/evidence.ts';\nexport const grouped = evidenceOf;\n`;
    expect(await rulesBroken('kernel/grouped.ts', text)).toContain('import-x/no-cycle');
  });

  it('finds an environment that is read outside kernel/environment.ts', async () => {
    const text = 'export const home = process.env.HOME;\n';
    expect(await rulesBroken('kernel/sectors.ts', text)).toContain('no-restricted-properties');
  });

  it('finds an any', async () => {
    const text = 'export const anything: any = 1;\n';
    expect(await rulesBroken('kernel/sectors.ts', text)).toContain('@typescript-eslint/no-explicit-any');
  });

  it.each([
    ['type', 'type TelecomSection { "x" a: Int }'],
    ['field', '"x" type TelecomSection { a: Int }'],
    ['argument', '"x" type TelecomSection { "x" a(b: Int): Int }'],
    ['enum value', '"x" enum Colour { RED }'],
  ])('finds a %s of the SDL without a description', async (_, text) => {
    expect(await rulesBroken('subgraphs/telecom/schema.graphql', `${text}\n`)).toContain(
      '@graphql-eslint/require-description',
    );
  });
});

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import js from '@eslint/js';
import graphql from '@graphql-eslint/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

const subgraphs = readdirSync(join(import.meta.dirname, 'subgraphs'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** The rooms of the house, and what their files may not import: arrows point one way. */
const zones = [
  {
    target: './kernel',
    from: ['./subgraphs', './gateway', './commands'],
    message: 'The kernel imports no other room.',
  },
  {
    target: './subgraphs',
    from: ['./gateway', './commands'],
    message: 'A subgraph imports the kernel only.',
  },
  {
    target: './gateway',
    from: ['./subgraphs', './commands'],
    message: 'The gateway knows subgraphs by their SDL and over HTTP only.',
  },
  // Each subgraph is closed to the others by its folder's own name, so that no list of them is kept.
  ...subgraphs.map((folder) => ({
    target: `./subgraphs/${folder}`,
    from: './subgraphs',
    except: [`./${folder}`],
    message: 'No subgraph imports another: what they share belongs to the kernel.',
  })),
];

export default defineConfig(
  globalIgnores([
    'node_modules',
    'dist',
    'generated/**/*.ts',
    '.data',
    '.cache',
    'gateway/supergraph.graphql',
  ]),
  {
    files: ['**/*.{ts,js}'],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js'] })],
      // Without these the files that a file imports are not read, and no cycle is ever found.
      'import-x/extensions': ['.ts', '.js'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      // A package knows no file of ours: to look through it finds nothing and takes a quarter of a minute.
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-self-import': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only kernel/environment.ts reads the environment.' },
      ],
      // Recurses without end on mongoose's types (typescript-eslint 8.73).
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSNonNullExpression', message: 'Say what happens where it is null.' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Hooks and resolvers have the signatures of their frameworks.
      '@typescript-eslint/require-await': 'off',
    },
  },
  { files: ['kernel/environment.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['**/*.test.ts', 'tests/**'],
    rules: {
      // What expect.any and its like answer is typed any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    files: ['generated/subgraphs/*.graphql', 'subgraphs/*/schema.graphql', 'kernel/sdl/*.graphql'],
    plugins: { '@graphql-eslint': graphql },
    languageOptions: { parser: graphql.parser },
    rules: {
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
          DirectiveDefinition: true,
        },
      ],
      '@graphql-eslint/naming-convention': [
        'error',
        {
          types: 'PascalCase',
          FieldDefinition: 'camelCase',
          InputValueDefinition: 'camelCase',
          ArgumentDefinition: 'camelCase',
          EnumValueDefinition: 'UPPER_CASE',
        },
      ],
      '@graphql-eslint/unique-type-names': 'off',
      '@graphql-eslint/description-style': 'off',
    },
  },
);

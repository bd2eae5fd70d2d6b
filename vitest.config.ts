import { defineConfig } from 'vitest/config';

const anywhere = ['kernel', 'subgraphs', 'gateway', 'commands', 'tests'];
const files = (ending: string) => anywhere.map((folder) => `${folder}/**/*.${ending}.ts`);
const slow = [...files('db.test'), ...files('system.test')];

/*
 * unit: no database, no process. subgraph: one real mongod for the run. system: the real processes over HTTP, one file
 * at a time, for they measure and kill what they start.
 */
export default defineConfig({
  // As Node resolves it: the bundler's own choice would be a second copy beside the one that Apollo's packages use.
  resolve: { alias: [{ find: /^graphql$/u, replacement: 'graphql/index.js' }] },
  test: {
    passWithNoTests: false,
    maxWorkers: '100%',
    // The report is for programs; people read the other.
    reporters: ['default', ['json', { outputFile: '.data/test-report.json' }]],
    projects: [
      { extends: true, test: { name: 'unit', include: files('test'), exclude: slow, testTimeout: 20_000 } },
      {
        extends: true,
        test: {
          name: 'subgraph',
          include: files('db.test'),
          globalSetup: 'tests/support/mongodb.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'system',
          include: files('system.test'),
          globalSetup: 'tests/support/mongodb.ts',
          fileParallelism: false,
          // After the others, so that it has the machine to itself.
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});

import { expect, test } from 'vitest';
import { killImports } from './support/import-kills.ts';

test('an import that is killed, and whose mongod is, at any point: nothing half visible, nothing lost, nothing twice', async () => {
  const report = await killImports({ figures: 12_000, processKills: 4, databaseKills: 2 });
  expect(report).toEqual({
    figures: 12_000,
    processKills: 4,
    databaseKills: 2,
    halfVisible: 0,
    lost: 0,
    doubled: 0,
  });
}, 300_000);

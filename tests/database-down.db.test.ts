import { expect, test } from 'vitest';
import { readEnvironment } from '../kernel/environment.ts';
import { databaseUri } from '../kernel/mongodb/database-uri.ts';
import { openMongoDeployment } from '../kernel/mongodb/deployment.ts';
import { openStore } from '../kernel/store/sector-store.ts';
import { askSubgraph, importSubgraph } from './support/test-subgraph.ts';

test('a database that has gone is told within seconds, and without its address', async () => {
  const environment = { ...readEnvironment(), mongodbUri: null };
  const deployment = await openMongoDeployment({ environment, dataDir: null, log: () => undefined });
  const module = await importSubgraph('telecom');
  const store = await openStore(databaseUri(deployment.uri, 'test_down'), module.ownSchemas);
  const { execute, stop } = await askSubgraph(module, store, null);
  const query = '{ telecom { code indicators { code } } }';
  expect(await execute(query)).toEqual({
    data: { telecom: { code: 'TELECOM', indicators: [] } },
    errors: [],
  });

  await deployment.stop();
  // Both the moment of the fall, and later, when the driver knows that there is no server.
  for (const _ of [1, 2]) {
    const before = Date.now();
    const answer = await execute(query);
    expect(Date.now() - before).toBeLessThan(7000);
    expect(answer.data).toEqual({ telecom: { code: 'TELECOM', indicators: null } });
    expect(answer.errors).toEqual([
      {
        message: "A sector's database does not answer in time.",
        path: ['telecom', 'indicators'],
        locations: [{ line: 1, column: 18 }],
        extensions: { code: 'DATABASE_UNAVAILABLE' },
      },
    ]);
  }
  await stop();
  await store.connection.close();
});

/** For tests: runs a mongod on the folder given, as npm start does, until it is killed. */
import { readEnvironment } from '../../kernel/environment.ts';
import { openMongoDeployment } from '../../kernel/mongodb/deployment.ts';

await openMongoDeployment({
  environment: { ...readEnvironment(), mongodbUri: null },
  dataDir: process.argv[2] ?? null,
  log: () => {},
});
setInterval(() => {}, 60_000);

import type { TestProject } from 'vitest/node';
import { readEnvironment } from '../../kernel/environment.ts';
import { openMongoDeployment } from '../../kernel/mongodb/deployment.ts';

declare module 'vitest' {
  interface ProvidedContext {
    mongodbUri: string;
  }
}

/** One real mongod for the tests of a project, with its data in a temporary folder that goes with it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const environment = { ...readEnvironment(), mongodbUri: null };
  const deployment = await openMongoDeployment({
    environment,
    dataDir: null,
    log: (line) => console.log(`[${project.name}] ${line}`),
  });
  project.provide('mongodbUri', deployment.uri);
  return () => deployment.stop();
}

/**
 * npm run build — the whole system as plain JavaScript under dist/, with the data, schemas and static files beside it, to be run by
 * node alone: `node dist/gateway/main.js`, `node dist/subgraphs/telecom/main.js`.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvironment } from '../kernel/environment.ts';
import { roomFiles } from './rooms.ts';

const root = readEnvironment().projectDir;
const dist = join(root, 'dist');

rmSync(dist, { recursive: true, force: true });
const compiler = join(root, 'node_modules/typescript/bin/tsc');
try {
  execFileSync(process.execPath, [compiler, '--project', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
} catch {
  console.error('dist/ was not built: the compiler says why above.');
  process.exit(1);
}
for (const { path } of roomFiles(root).filter(({ kind }) => kind === 'ASSET'))
  cpSync(join(root, path), join(dist, path));
console.log('Built dist/.');

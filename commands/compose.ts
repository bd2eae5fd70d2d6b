/**
 * npm run compose — makes one graph out of the subgraphs' SDL. Writes gateway/supergraph.graphql, which is in git so that
 * its difference is reviewed, and under generated/ the schema that callers see and each subgraph's whole SDL.
 * With --check nothing in git is written: exits 1 where gateway/supergraph.graphql is not what the folders compose to.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { composeSupergraph } from '../gateway/compose-supergraph.ts';
import { supergraphFile } from '../gateway/supergraph-file.ts';
import { readEnvironment } from '../kernel/environment.ts';
import { readSectors } from '../kernel/sectors.ts';

const generated = join(readEnvironment().projectDir, 'generated');

function write(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const composition = composeSupergraph(readSectors());
if (!composition.ok) {
  console.error(
    `The subgraphs do not compose:\n${composition.faults.map((fault) => `- ${fault}`).join('\n')}`,
  );
  process.exitCode = 1;
} else {
  const { graph } = composition;
  write(join(generated, 'schema.graphql'), graph.apiSchema);
  for (const [folder, sdl] of graph.subgraphs) write(join(generated, 'subgraphs', `${folder}.graphql`), sdl);

  if (!process.argv.includes('--check')) {
    write(supergraphFile, graph.supergraph);
    console.log(`${graph.subgraphs.size} subgraphs compose to gateway/supergraph.graphql.`);
  } else if (!existsSync(supergraphFile) || readFileSync(supergraphFile, 'utf8') !== graph.supergraph) {
    console.error('gateway/supergraph.graphql is not what the subgraphs compose to: run npm run compose.');
    process.exitCode = 1;
  }
}

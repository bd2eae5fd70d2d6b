import type { Environment } from '../../kernel/environment.ts';
import { readSupergraph } from '../supergraph-file.ts';
import { fileSource } from './file-source.ts';
import { fixedSupergraph, type SupergraphSource } from './supergraph-source.ts';

/** The source that SUPERGRAPH names. MongoDB's library is loaded only for the registry. */
export async function supergraphSource(environment: Environment): Promise<SupergraphSource> {
  const { supergraph, supergraphPollMs } = environment;
  switch (supergraph.from) {
    case 'BUILD':
      return fixedSupergraph(readSupergraph());
    case 'FILE':
      return fileSource(supergraph.path, supergraphPollMs);
    case 'REGISTRY': {
      const [{ registrySource }, { registryAddress }] = await Promise.all([
        import('./registry-source.ts'),
        import('../registry/registry-address.ts'),
      ]);
      return registrySource(await registryAddress(environment), supergraphPollMs, readSupergraph());
    }
  }
}

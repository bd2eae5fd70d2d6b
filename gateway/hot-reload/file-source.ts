import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type SupergraphSource, versionOfText } from './supergraph-source.ts';

/**
 * A supergraph file that whoever deploys it writes anew. It is looked at every `pollMs` rather than watched: a file that is
 * mounted into a container, replaced by a rename or changed through a link gives no event that could be relied on.
 */
export function fileSource(path: string, pollMs: number): SupergraphSource {
  return {
    name: `the file ${basename(path)}`,
    isOfThisBuild: false,
    async read() {
      const supergraph = await readFile(path, 'utf8');
      return { version: versionOfText(supergraph), supergraph };
    },
    async *before() {},
    watch(look) {
      let known = '';
      const timer = setInterval(() => {
        void stateOf(path).then((state) => {
          if (state === known) return;
          known = state;
          look();
        });
      }, pollMs);
      timer.unref();
      return { stop: async () => clearInterval(timer) };
    },
    close: async () => {},
  };
}

async function stateOf(path: string): Promise<string> {
  return stat(path).then(
    ({ ino, size, mtimeMs }) => `${ino} ${size} ${mtimeMs}`,
    () => 'missing',
  );
}

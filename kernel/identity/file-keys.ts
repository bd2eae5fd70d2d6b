import { readFileSync, statSync } from 'node:fs';
import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import type { Log } from '../log.ts';

/**
 * Keys out of a file, read again whenever it is another: keys are changed while processes run. One that cannot be read
 * then is told in the log, once, and the keys before it stay.
 * @param parse throws Error in words for the operator where the text is no set of keys.
 * @throws Error where the file cannot be read at the start.
 */
export function fileKeys(path: string, parse: (text: string) => JSONWebKeySet, log: Log): JWTVerifyGetKey {
  const read = () => createLocalJWKSet(parse(readFileSync(path, 'utf8')));
  let version = versionOf(path);
  let keys = read();
  return async (header, token) => {
    // Each time, as it takes microseconds: a token of a new key is good at once, one of a removed key no more.
    const now = versionOf(path);
    if (now !== version) {
      version = now;
      try {
        keys = read();
        log.info({ path }, 'the keys of tokens are read again');
      } catch (error) {
        log.error({ err: error, path }, 'the keys of tokens cannot be read again: those before stay');
      }
    }
    return keys(header, token);
  };
}

/** What differs when the file does; it may also be another one under the same name. */
function versionOf(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? 'none' : [stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(' ');
}

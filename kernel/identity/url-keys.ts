import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import type { Log } from '../log.ts';
import { parseKeySet } from './key-set.ts';

export interface UrlKeysOptions {
  readonly isProduction: boolean;
  readonly log: Log;
  /** How long one fetch may take, how long its keys are not asked for again, and how long they serve where it fails. */
  readonly timeoutMs?: number;
  readonly freshMs?: number;
  readonly usableMs?: number;
  /** How soon after a fetch a token of an unknown key may cause the next, and after one that failed any token. */
  readonly cooldownMs?: number;
}

/** A set of some dozens of keys with their certificates. */
const LARGEST_SET = 500_000;

/**
 * Keys of an identity provider, fetched when the first token comes. Where the provider is down, the keys that were had
 * last serve for an hour, so that its restart stops nobody; not longer, since it may have taken a key back.
 * @returns keys that throw what is no error of a token where there are none.
 */
export function urlKeys(url: string, options: UrlKeysOptions): JWTVerifyGetKey {
  const {
    isProduction,
    log,
    timeoutMs = 3_000,
    freshMs = 600_000,
    usableMs = 3_600_000,
    cooldownMs = 30_000,
  } = options;
  let last: { readonly text: string; readonly at: number } | null = null;
  let failedAt = Number.NEGATIVE_INFINITY;

  const fetchText = async (...request: Parameters<typeof fetch>): Promise<string> => {
    const response = await fetch(...request);
    if (response.status !== 200) throw new Error(`answers with status ${response.status}`);
    const text = await readText(response);
    parseKeySet(text, { isProduction });
    return text;
  };
  const getText = async (...request: Parameters<typeof fetch>): Promise<string> => {
    const now = performance.now();
    // A provider that hangs must not hold up every request for the whole time-out.
    const isAway = now - failedAt < Math.min(cooldownMs, 5_000);
    try {
      if (isAway) throw new Error('could not be fetched just before');
      const text = await fetchText(...request);
      last = { text, at: now };
      return text;
    } catch (error) {
      if (!isAway) {
        log.error({ err: error, url }, 'the keys of tokens cannot be fetched');
        failedAt = performance.now();
      }
      if (last === null || now - last.at > usableMs) throw error;
      return last.text;
    }
  };
  return createRemoteJWKSet(new URL(url), {
    timeoutDuration: timeoutMs,
    cacheMaxAge: freshMs,
    cooldownDuration: cooldownMs,
    [customFetch]: async (...request) => new Response(await getText(...request)),
  });
}

async function readText({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > LARGEST_SET) throw new Error(`answers with more than ${LARGEST_SET} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

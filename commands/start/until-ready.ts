import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 75;
const ANSWER_MS = 2_000;

/** Asks `url` until it answers with success: true; or until `ended`: false. */
export async function untilReady(url: string, ended: AbortSignal): Promise<boolean> {
  while (!ended.aborted) {
    const isReady = await fetch(url, {
      signal: AbortSignal.any([ended, AbortSignal.timeout(ANSWER_MS)]),
    }).then(
      async (response) => {
        await response.body?.cancel();
        return response.ok;
      },
      () => false,
    );
    if (isReady) return true;
    await pause(POLL_MS, undefined, { signal: ended }).catch(() => {});
  }
  return false;
}

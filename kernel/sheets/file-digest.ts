import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** What an import is known by, so that its repeat goes on where it ended: the file's bytes, and how they were read. */
export async function fileDigest(
  path: string,
  readAs: Readonly<Record<string, string | null>>,
): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(readAs));
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

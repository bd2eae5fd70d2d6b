import type { Dispatcher } from 'undici';
import { isJsonObject, type Path } from './check-answer.ts';
import { SubgraphFault } from './subgraph-fault.ts';

export interface SubgraphError {
  readonly message: string;
  /** Null where it is none's of the fields. */
  readonly path: Path | null;
  readonly code: string | null;
  /** The rest of its extensions, such as what a save disagrees with; for the caller only where the code is. */
  readonly details: Readonly<Record<string, unknown>>;
}
export interface SubgraphAnswer {
  readonly data: Record<string, unknown>;
  readonly errors: readonly SubgraphError[];
}

/**
 * Reads an HTTP response as an answer of GraphQL.
 * @throws SubgraphFault where it is none: another status, another content, no JSON, no data, or more than `limit` bytes;
 * UNAUTHENTICATED where the subgraph works and does not accept who asks.
 */
export async function readSubgraphAnswer(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  limit: number,
): Promise<SubgraphAnswer> {
  const text = await readText(body, limit);
  const nonsense = (what: string) => new SubgraphFault('NONSENSE', `${what}: ${text.slice(0, 500)}`);
  if (statusCode === 401 && isRefusal(text))
    throw new SubgraphFault('UNAUTHENTICATED', `does not accept who asks: ${text.slice(0, 500)}`, {
      nothingDone: true,
    });
  if (statusCode !== 200) throw nonsense(`answers with status ${statusCode}`);
  const contentType = String(headers['content-type'] ?? '');
  if (!/^application\/(graphql-response\+)?json\b/iu.test(contentType))
    throw nonsense(`answers with ${contentType || 'no content type'}`);
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw nonsense('answers with broken JSON');
  }
  if (!isJsonObject(answer) || !isJsonObject(answer['data'])) throw nonsense('answers without data');
  const errors = answer['errors'] ?? [];
  if (!Array.isArray(errors)) throw nonsense('answers with errors that are no list');
  return { data: answer['data'], errors: errors.map(readError) };
}

/** Told apart from what a program on the way answers with the same status. */
function isRefusal(text: string): boolean {
  try {
    const answer: unknown = JSON.parse(text);
    const errors = isJsonObject(answer) ? answer['errors'] : null;
    return Array.isArray(errors) && errors.some((error) => readError(error).code === 'UNAUTHENTICATED');
  } catch {
    return false;
  }
}

async function readText(body: Dispatcher.ResponseData['body'], limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Leaving the loop destroys the stream, and with it the connection.
    if (size > limit) throw new SubgraphFault('NONSENSE', `answers with more than ${limit} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** What servers of GraphQL add for developers, and what the gateway says itself. */
const internalExtensions = new Set(['stacktrace', 'exception', 'http', 'serviceName', 'sector', 'requestId']);

function readError(error: unknown): SubgraphError {
  const { message, path, extensions } = isJsonObject(error) ? error : {};
  const { code, ...rest } = isJsonObject(extensions) ? extensions : {};
  const details = Object.entries(rest).filter(([name]) => !internalExtensions.has(name));
  return {
    message: typeof message === 'string' ? message : 'an error without a message',
    path: isPath(path) ? path : null,
    code: typeof code === 'string' ? code : null,
    details: Object.fromEntries(details),
  };
}

function isPath(path: unknown): path is Path {
  return (
    Array.isArray(path) &&
    path.length > 0 &&
    path.every((step) => typeof step === 'string' || typeof step === 'number')
  );
}

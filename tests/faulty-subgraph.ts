import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request as send } from 'undici';

/** What can be wrong with a subgraph. */
export const subgraphFaults = [
  'CLOSED_CONNECTION',
  'HANG',
  'HANG_IN_BODY',
  'STATUS_500',
  'BROKEN_JSON',
  'HTML',
  'NULL_DATA',
  'NULL_ROOT',
  'LATE_NULL',
  'NULL_OWN_FIELD',
  'WRONG_TYPES',
  'ONLY_ERRORS',
] as const;
export type SubgraphFaultMode = (typeof subgraphFaults)[number];

/** As JSON: what a subgraph answers with status 200. */
export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: unknown[];
}

export interface FaultySubgraph {
  readonly url: string;
  /** The address of the subgraph behind it. */
  target: string;
  /** What is wrong, or how an answer is changed. */
  mode:
    'PASS' | 'TOKEN_REFUSED' | 'UNAUTHORIZED_BY_ANOTHER' | SubgraphFaultMode | ((answer: Answer) => Answer);
  /** How many requests came. */
  count(): number;
  /** How many requests are being answered, those left hanging among them. */
  open(): number;
  stop(): Promise<void>;
}

/** Stands in the way to a subgraph, and spoils what comes from there. Starts by passing all on. */
export async function startFaultySubgraph(ownField: string): Promise<FaultySubgraph> {
  const hanging = new Set<ServerResponse>();
  let open = 0;
  let count = 0;
  const server = createServer((request, response) => {
    open += 1;
    count += 1;
    response.once('close', () => (open -= 1));
    void answer(request, response).catch(() => response.destroy());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { mode } = faulty;
    if (mode === 'CLOSED_CONNECTION') return void request.socket.destroy();
    if (mode === 'HANG') return void hanging.add(response);
    if (mode === 'STATUS_500') {
      response.writeHead(500, { 'content-type': 'application/json' });
      return void response.end(
        '{"errors":[{"message":"connect ECONNREFUSED 10.1.2.3:27017","stack":"at secret.ts:1"}]}',
      );
    }
    if (mode === 'TOKEN_REFUSED') {
      response.writeHead(401, { 'content-type': 'application/json' });
      return void response.end(
        '{"errors":[{"message":"expired at 10.1.2.3","extensions":{"code":"UNAUTHENTICATED"}}]}',
      );
    }
    if (mode === 'UNAUTHORIZED_BY_ANOTHER') {
      response.writeHead(401, { 'content-type': 'text/html' });
      return void response.end('<html>Log in to the proxy at 10.1.2.3</html>');
    }
    if (mode === 'HTML') {
      response.writeHead(200, { 'content-type': 'text/html' });
      return void response.end('<html>Bad gateway at 10.1.2.3</html>');
    }
    const { connection: _, host: __, ...headers } = request.headers;
    const passed = await send(faulty.target, { method: 'POST', headers, body: Buffer.concat(chunks) });
    const text = await passed.body.text();
    response.writeHead(passed.statusCode, { 'content-type': String(passed.headers['content-type']) });
    if (mode === 'PASS') return void response.end(text);
    if (mode === 'BROKEN_JSON') return void response.end(text.slice(0, -text.length / 2));
    if (mode === 'HANG_IN_BODY') {
      hanging.add(response);
      return void response.write(text.slice(0, 10));
    }
    const parsed = JSON.parse(text) as Answer;
    response.end(JSON.stringify(typeof mode === 'function' ? mode(parsed) : spoil(parsed, mode, ownField)));
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const faulty: FaultySubgraph = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    target: '',
    mode: 'PASS',
    count: () => count,
    open: () => open,
    async stop() {
      for (const response of hanging) response.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return faulty;
}

/** A subgraph's answer as JSON that parses and is wrong all the same. Each tells what must not reach the caller. */
function spoil(answer: Answer, mode: SubgraphFaultMode, ownField: string): Answer {
  const secret = { message: 'at /srv/app/secret.ts', extensions: { stacktrace: ['at 10.1.2.3'] } };
  const data = answer.data ?? {};
  const nullRoots = () =>
    Object.fromEntries(
      Object.entries(data).map(([key, value]) => [
        key,
        key === '_entities' ? (value as unknown[]).map(() => null) : null,
      ]),
    );
  switch (mode) {
    case 'NULL_DATA':
      return { data: null };
    case 'ONLY_ERRORS':
      return { errors: [secret] };
    case 'NULL_ROOT':
      return { data: nullRoots(), errors: [secret] };
    case 'LATE_NULL':
      return {
        data: nullRoots(),
        errors: Object.keys(data).map((key) => ({
          ...secret,
          message: 'Cannot return null for non-nullable field Observation.indicator.',
          path: [key, ...(key === '_entities' ? [0] : []), ownField, 'observations', 0, 'indicator'],
        })),
      };
    case 'NULL_OWN_FIELD':
      return {
        data: mapObjects(data, (object) => (ownField in object ? { ...object, [ownField]: null } : object)),
      };
    case 'WRONG_TYPES':
      return {
        data: mapObjects(data, (object) =>
          Object.fromEntries(Object.keys(object).map((key) => [key, key === '_entities' ? object[key] : 42])),
        ),
      };
    default:
      return answer;
  }
}

type JsonObject = Record<string, unknown>;

/** The outermost objects of `data`, changed. */
function mapObjects(data: JsonObject, change: (object: JsonObject) => JsonObject): JsonObject {
  const root = change(data);
  const within = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(within);
    return typeof value === 'object' && value !== null ? change(value as JsonObject) : value;
  };
  return Object.fromEntries(Object.entries(root).map(([key, value]) => [key, within(value)]));
}

import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type DocumentNode, type GraphQLSchema, Kind, OperationTypeNode, parse } from 'graphql';
import type { ErrorCode } from '../kernel/errors.ts';
import { graphqlErrorBody } from '../kernel/http/error-reply.ts';
import { brokenLimit, MOST_TOKENS } from './graphql-limits.ts';

interface Refusal {
  readonly code: ErrorCode | 'BAD_REQUEST' | 'GRAPHQL_VALIDATION_FAILED';
  readonly message: string;
  /** 405 where only the method is wrong. */
  readonly status?: 400 | 405;
}
type Verdict =
  | { readonly refusal: Refusal }
  | { readonly operations: readonly { readonly name: string | null; readonly kind: OperationTypeNode }[] };

/** What callers send that is no GraphQL at all is left to Apollo Server, which says where it goes wrong. */
const UNREADABLE = { operations: null } as const;

const MOST_KNOWN = 1_000;

/**
 * Refuses, before Apollo Server sees it, what would hold up the process or what Apollo Server answers with 500:
 * queries beyond the limits, unknown operation names, subscriptions, mutations by GET. Verdicts are kept by the query's hash.
 */
export function refuseBadQueries(app: FastifyInstance, schema: () => GraphQLSchema): void {
  const known = new Map<string, Verdict | typeof UNREADABLE>();
  let judgedBy: GraphQLSchema | null = null;

  const verdictOn = (query: string) => {
    const current = schema();
    // How large an answer can be is told by the schema.
    if (current !== judgedBy) known.clear();
    judgedBy = current;
    const hash = createHash('sha256').update(query).digest('base64');
    let verdict = known.get(hash);
    if (verdict === undefined) {
      verdict = judge(query, current);
      const oldest = known.keys().next();
      if (known.size >= MOST_KNOWN && !oldest.done) known.delete(oldest.value);
      known.set(hash, verdict);
    }
    return verdict;
  };

  app.addHook('preHandler', async (request, reply) => {
    const { query, operationName } = asked(request);
    if (query === null) return undefined;
    const verdict = verdictOn(query);
    if ('refusal' in verdict) return refuse(reply, verdict.refusal);
    if (verdict.operations === null) return undefined;
    const refusal = refusedOperation(verdict.operations, operationName, request.method, schema());
    if (refusal !== null) return refuse(reply, refusal);
    // Plans are kept by the query and the name that is sent with it: one plan, whether the only name is sent or not.
    const [only] = verdict.operations;
    if (operationName === null && only?.name != null && request.method === 'POST')
      bodyOf(request)['operationName'] = only.name;
    return undefined;
  });
}

function refuse(reply: FastifyReply, { code, message, status = 400 }: Refusal): FastifyReply {
  if (status === 405) void reply.header('allow', 'POST');
  return reply.code(status).send(graphqlErrorBody(code, message));
}

interface Asked {
  readonly query: string | null;
  readonly operationName: string | null;
}

/** As Apollo Server reads it: from the body of a POST, from the address of a GET. */
function asked(request: FastifyRequest): Asked {
  if (request.method !== 'GET') {
    const { query, operationName } = bodyOf(request);
    return { query: typeof query === 'string' ? query : null, operationName: nameOrNull(operationName) };
  }
  const parameters = new URLSearchParams(request.url.split('?')[1] ?? '');
  return { query: parameters.get('query'), operationName: nameOrNull(parameters.get('operationName')) };
}

function bodyOf({ body }: FastifyRequest): Record<string, unknown> {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}

function nameOrNull(name: unknown): string | null {
  return typeof name === 'string' && name !== '' ? name : null;
}

function judge(query: string, schema: GraphQLSchema): Verdict | typeof UNREADABLE {
  let document: DocumentNode;
  try {
    document = parse(query, { noLocation: true, maxLexicalTokens: MOST_TOKENS });
  } catch (error) {
    if (error instanceof Error && /^Syntax Error: Document contains more/u.test(error.message))
      return {
        refusal: {
          code: 'QUERY_TOO_COMPLEX',
          message: `The query has more than ${MOST_TOKENS} words and signs.`,
        },
      };
    return UNREADABLE;
  }
  const broken = brokenLimit(document, schema);
  if (broken !== null) return { refusal: { code: 'QUERY_TOO_COMPLEX', message: broken } };
  const operations = document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .map(({ name, operation }) => ({ name: name?.value ?? null, kind: operation }));
  return { operations };
}

function refusedOperation(
  operations: readonly { readonly name: string | null; readonly kind: OperationTypeNode }[],
  name: string | null,
  method: string,
  schema: GraphQLSchema,
): Refusal | null {
  const named = name === null ? operations : operations.filter((operation) => operation.name === name);
  const [operation] = named;
  if (operation === undefined)
    return {
      code: 'OPERATION_NOT_FOUND',
      message:
        name === null ? 'The document holds no operation.' : 'The document holds no operation of that name.',
    };
  if (name === null && named.length > 1)
    return {
      code: 'OPERATION_NOT_FOUND',
      message: 'The document holds several operations: name one of them.',
    };
  if (operation.kind === OperationTypeNode.SUBSCRIPTION)
    return { code: 'SUBSCRIPTION_NOT_SUPPORTED', message: 'The graph has no subscriptions: send a query.' };
  if (operation.kind === OperationTypeNode.MUTATION && !schema.getMutationType())
    return { code: 'GRAPHQL_VALIDATION_FAILED', message: 'The graph has no mutations: send a query.' };
  // An address must be safe to open, to prefetch and to keep in a history.
  if (operation.kind === OperationTypeNode.MUTATION && method !== 'POST')
    return { code: 'BAD_REQUEST', message: 'A mutation must be sent by POST.', status: 405 };
  return null;
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import { CodedError } from '../errors.ts';
import type { Authenticator } from '../identity/authenticator.ts';
import { anonymous, type Identity } from '../identity/identity.ts';
import { graphqlErrorBody } from './error-reply.ts';

const identities = new WeakMap<FastifyRequest, Identity>();

/**
 * A hook for routes that must know who asks, before the body is read: 401 for a token that is not good and where one is
 * needed, 503 where that cannot be said. What it found, `identityOf` gives.
 * @param isOpen which requests anybody may make, without being known.
 */
export function identifyCaller(
  authenticator: Authenticator,
  isOpen: (request: FastifyRequest) => boolean = () => false,
) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    if (isOpen(request)) {
      identities.set(request, anonymous);
      return undefined;
    }
    try {
      identities.set(request, await authenticator.identify(authorizationHeaders(request)));
      return undefined;
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      request.log.info({ code: error.code, reason: error.message }, 'who asks is not accepted');
      return refuse(reply, error);
    }
  };
}

/** Who asks. Throws where the route has not got the hook: a mistake of ours, and no reason to take the caller for nobody. */
export function identityOf(request: FastifyRequest): Identity {
  const identity = identities.get(request);
  if (identity === undefined) throw new Error('must be identified before it is asked who the caller is');
  return identity;
}

/** All of them: node keeps the first of several in `headers`, and another program on the way may have read the last. */
function authorizationHeaders({ raw: { rawHeaders } }: FastifyRequest): readonly string[] {
  return rawHeaders.filter(
    (_, index) => rawHeaders[index - 1]?.toLowerCase() === 'authorization' && index % 2 === 1,
  );
}

function refuse(reply: FastifyReply, { code, message }: CodedError): FastifyReply {
  void reply.header('cache-control', 'no-store');
  if (code === 'UNAUTHENTICATED') void reply.code(401).header('www-authenticate', challenge(message));
  else void reply.code(503).header('retry-after', '5');
  return reply.send(graphqlErrorBody(code, message));
}

/** RFC 6750, 3: why, for programs that look there; a text without quotes or anything beyond ASCII. */
function challenge(message: string): string {
  return `Bearer realm="giaoban", error="invalid_token", error_description="${message.replace(/[^ !#-[\]-~]/gu, "'")}"`;
}

import { createLocalJWKSet, exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT } from 'jose';
import type { Authenticator } from '../../kernel/identity/authenticator.ts';
import { bearerToken } from '../../kernel/identity/bearer-token.ts';
import { anonymous } from '../../kernel/identity/identity.ts';
import { verifyToken } from '../../kernel/identity/verify-token.ts';

/** Somebody who signs tokens, with a key pair made for the test. */
export interface TestIssuer {
  readonly keySet: JSONWebKeySet;
  readonly issuer: string;
  readonly audience: string;
  /** A good token of a reader, but for the claims that are given; undefined takes a claim away. */
  token(
    claims?: Readonly<Record<string, unknown>>,
    header?: { readonly alg?: string; readonly kid?: string },
  ): Promise<string>;
  /** Accepts these tokens, and requests without one. */
  authenticator(): Authenticator;
}

export async function createTestIssuer(kid = 'test-key', alg = 'ES256'): Promise<TestIssuer> {
  const { publicKey, privateKey } = await generateKeyPair(alg);
  const keySet = { keys: [{ ...(await exportJWK(publicKey)), kid, alg, use: 'sig' }] };
  const issuer = 'https://login.test';
  const audience = 'giaoban-test';
  return {
    keySet,
    issuer,
    audience,
    token: (claims = {}, header = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const usual = {
        iss: issuer,
        aud: audience,
        sub: 'an.nguyen@mic',
        iat: now,
        exp: now + 600,
        roles: ['reader'],
      };
      return new SignJWT({ ...usual, ...claims })
        .setProtectedHeader({ alg, kid, ...header })
        .sign(privateKey);
    },
    authenticator: () => ({
      identify: async (authorization) => {
        const token = bearerToken(authorization);
        if (token === null) return anonymous;
        return verifyToken(token, {
          keys: createLocalJWKSet(keySet),
          issuer,
          audience,
        });
      },
    }),
  };
}

import { join } from 'node:path';

/** Where the public keys are that tokens are checked with. */
export type KeysPlace =
  | { readonly kind: 'URL'; readonly url: string }
  | { readonly kind: 'FILE'; readonly path: string }
  /** The key pair that a developer's machine makes for itself; never in production. */
  | { readonly kind: 'LOCAL_KEY'; readonly path: string }
  /** Nowhere: no token can be accepted. */
  | { readonly kind: 'NONE' };

/** What a token must be to be accepted. */
export interface TokenSettings {
  readonly keys: KeysPlace;
  readonly issuer: string;
  readonly audience: string;
  readonly isProduction: boolean;
}

interface Given {
  readonly jwks: string | null;
  readonly issuer: string | null;
  readonly audience: string | null;
  readonly isProduction: boolean;
  readonly dataDir: string;
  readonly inProject: (path: string) => string;
  /** What is wrong is added here. */
  readonly faults: string[];
}

export const LOCAL_ISSUER = 'giaoban-development';
const LOCAL_AUDIENCE = 'giaoban';

/** The file of the local key pair: one for all processes that share a DATA_DIR. */
export function localKeyFile(dataDir: string): string {
  return join(dataDir, 'identity', 'development-key.json');
}

/**
 * Settings of tokens that fit each other. Keys of an identity provider need its issuer and an audience: a default there
 * would accept what the same provider signs for other systems.
 */
export function readTokenSettings(given: Given): TokenSettings {
  const { jwks, issuer, audience, isProduction, faults } = given;
  if (jwks !== null) {
    if (issuer === null) faults.push('JWT_ISSUER must be set where JWT_JWKS is, but is missing');
    if (audience === null) faults.push('JWT_AUDIENCE must be set where JWT_JWKS is, but is missing');
    // Whoever stands in the way could put a key of his own into an answer that is not encrypted.
    if (isProduction && jwks.startsWith('http://'))
      faults.push('JWT_JWKS must be an https address or a path in production, but is an http address');
  }
  return {
    keys: keysPlace(given),
    issuer: issuer ?? LOCAL_ISSUER,
    audience: audience ?? LOCAL_AUDIENCE,
    isProduction,
  };
}

function keysPlace({ jwks, isProduction, dataDir, inProject }: Given): KeysPlace {
  if (jwks === null)
    return isProduction ? { kind: 'NONE' } : { kind: 'LOCAL_KEY', path: localKeyFile(dataDir) };
  return jwks.includes('://') ? { kind: 'URL', url: jwks } : { kind: 'FILE', path: inProject(jwks) };
}

import type { JWTVerifyGetKey } from 'jose';
import { CodedError } from '../errors.ts';
import type { Log } from '../log.ts';
import { bearerToken } from './bearer-token.ts';
import { fileKeys } from './file-keys.ts';
import { anonymous, type Identity } from './identity.ts';
import { parseKeySet } from './key-set.ts';
import { ensureLocalKey, publicKeySet } from './local-key.ts';
import type { TokenSettings } from './token-settings.ts';
import { urlKeys } from './url-keys.ts';
import { verifyToken } from './verify-token.ts';

/** Finds out who asks. */
export interface Authenticator {
  /**
   * @param authorization every Authorization header of the request.
   * @throws CodedError UNAUTHENTICATED where they hold anything but a good token, or nothing where a token is needed;
   * TOKEN_KEYS_UNAVAILABLE where that cannot be said.
   */
  identify(authorization: readonly string[]): Promise<Identity>;
}

export interface AuthenticatorOptions {
  readonly tokens: TokenSettings;
  readonly anonymousReads: boolean;
  readonly log: Log;
}

/** @throws CodedError SETTING_INVALID where a file of keys cannot be used. */
export async function createAuthenticator(options: AuthenticatorOptions): Promise<Authenticator> {
  const { tokens, anonymousReads, log } = options;
  const keys = await openKeys(tokens, log);
  if (keys === null) log.warn('JWT_JWKS is not set: every token is refused');
  const { issuer, audience } = tokens;
  return {
    async identify(authorization) {
      const token = bearerToken(authorization);
      if (token === null) {
        if (anonymousReads) return anonymous;
        throw new CodedError(
          'UNAUTHENTICATED',
          'Nothing is read here without a token: send one as "Authorization: Bearer <token>".',
        );
      }
      if (keys === null) throw new CodedError('UNAUTHENTICATED', 'No token is accepted here.');
      try {
        return await verifyToken(token, { keys, issuer, audience });
      } catch (error) {
        if (error instanceof CodedError) throw error;
        log.error({ err: error }, 'a token could not be checked');
        throw new CodedError('TOKEN_KEYS_UNAVAILABLE', 'The token cannot be checked now: ask again later.');
      }
    },
  };
}

async function openKeys({ keys, isProduction }: TokenSettings, log: Log): Promise<JWTVerifyGetKey | null> {
  switch (keys.kind) {
    case 'NONE':
      return null;
    case 'URL':
      return urlKeys(keys.url, { isProduction, log });
    case 'FILE':
      try {
        return fileKeys(keys.path, (text) => parseKeySet(text, { isProduction }), log);
      } catch (error) {
        throw new CodedError('SETTING_INVALID', `JWT_JWKS names ${keys.path}, which ${reasonOf(error)}.`);
      }
    case 'LOCAL_KEY':
      await ensureLocalKey(keys.path);
      return fileKeys(keys.path, (text) => publicKeySet(text, keys.path), log);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? `cannot be read (${error.code})` : error.message;
}

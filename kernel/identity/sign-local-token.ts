import { importJWK, SignJWT } from 'jose';
import type { Role } from './identity.ts';
import type { LocalKey } from './local-key.ts';
import { roleWord } from './roles-claim.ts';
import type { TokenSettings } from './token-settings.ts';

export interface LocalToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** A token of a developer's machine, good there alone. */
export async function signLocalToken(
  { kid, ...key }: LocalKey,
  { issuer, audience }: Pick<TokenSettings, 'issuer' | 'audience'>,
  claims: { readonly subject: string; readonly roles: readonly Role[]; readonly hours: number },
): Promise<LocalToken> {
  const now = Math.floor(Date.now() / 1000);
  const expires = now + Math.round(claims.hours * 3600);
  const token = await new SignJWT({ roles: claims.roles.map(roleWord) })
    .setProtectedHeader({ alg: key.alg, kid, typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(claims.subject)
    .setIssuedAt(now)
    .setExpirationTime(expires)
    .sign(await importJWK(key, key.alg));
  return { token, expiresAt: new Date(expires * 1000) };
}

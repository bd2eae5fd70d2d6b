import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { CodedError } from '../errors.ts';
import type { Identity } from './identity.ts';
import { readRolesClaim } from './roles-claim.ts';

/**
 * What a token may be signed with: key pairs only, none below 128 bits of security, and never by the token's own choice
 * ("none", or HMAC with a public key as its secret).
 */
export const signatureAlgorithms = ['EdDSA', 'Ed25519', 'ES256', 'PS256', 'RS256'] as const;

/** How far the clocks of whoever signs and of this machine may be apart, in seconds. */
export const CLOCK_SKEW_S = 30;

/** A subject goes into the audit trail and into logs: printable, and no longer than an address. */
const subjectFormat = /^[^\p{C}\p{Zl}\p{Zp}]{1,254}$/u;

export interface TokenRules {
  readonly keys: JWTVerifyGetKey;
  readonly issuer: string;
  readonly audience: string;
}

/**
 * Proves a token, and says who brings it. Nothing is kept: a token is checked at each request, for its end as for its key.
 * @throws CodedError UNAUTHENTICATED that says what is wrong with the token, but nothing of our keys.
 * @throws whatever `keys` throws that is no fault of the token.
 */
export async function verifyToken(token: string, rules: TokenRules): Promise<Identity> {
  let payload: JWTPayload;
  try {
    ({ payload } = await jwtVerify(token, rules.keys, {
      algorithms: [...signatureAlgorithms],
      issuer: rules.issuer,
      audience: rules.audience,
      requiredClaims: ['exp', 'sub', 'roles'],
      clockTolerance: CLOCK_SKEW_S,
    }));
  } catch (error) {
    const fault = tokenFault(error);
    if (fault === null) throw error;
    throw new CodedError('UNAUTHENTICATED', fault);
  }
  const { sub: subject, roles: claim } = payload;
  if (typeof subject !== 'string' || !subjectFormat.test(subject))
    throw new CodedError('UNAUTHENTICATED', 'The claim sub of the token names nobody.');
  const roles = readRolesClaim(claim);
  if (roles === null)
    throw new CodedError('UNAUTHENTICATED', 'The claim roles of the token holds a role that does not exist.');
  return { kind: 'PERSON', subject, roles };
}

/** What is wrong with the token, for its bearer; null where it is not the token's fault. */
function tokenFault(error: unknown): string | null {
  if (error instanceof errors.JWTExpired) return 'The token has expired.';
  if (error instanceof errors.JWTClaimValidationFailed) return claimFault(error);
  if (error instanceof errors.JOSEAlgNotAllowed)
    return 'The token is signed with an algorithm that is not taken.';
  if (error instanceof errors.JWKSMultipleMatchingKeys)
    return 'The token does not say which key it is signed with.';
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWSSignatureVerificationFailed)
    return 'The token is not signed with a key that is known here.';
  if (
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JOSENotSupported
  )
    return 'The token is no signed JSON Web Token.';
  return null;
}

const claimFaults: Readonly<Record<string, string>> = {
  iss: 'The token is from another issuer.',
  aud: 'The token is made out for another audience.',
  nbf: 'The token is not valid yet.',
};

function claimFault({ claim, reason }: errors.JWTClaimValidationFailed): string {
  // Names of claims are ours: jose names those that it was told to look at.
  if (reason === 'missing') return `The token has no claim ${claim}.`;
  return (
    (reason === 'check_failed' ? claimFaults[claim] : undefined) ??
    `The claim ${claim} of the token is wrong.`
  );
}

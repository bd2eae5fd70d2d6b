import type { JSONWebKeySet, JWK } from 'jose';

/** What the `kid` of every local key begins with, by which production knows it wherever it is put. */
export const LOCAL_KEY_PREFIX = 'giaoban-development-';

/** Members of a JWK that only the signer may have: RSA, elliptic and Edwards curves, symmetric keys. */
const secretMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv'];

/**
 * A text as a set of public keys.
 * @throws Error in words for the operator where it is none, holds secrets, or in production a key of a developer's machine.
 */
export function parseKeySet(
  text: string,
  { isProduction }: { readonly isProduction: boolean },
): JSONWebKeySet {
  const set = parseJson(text);
  if (!isKeySet(set)) throw new Error('is no JSON Web Key Set');
  if (set.keys.length === 0) throw new Error('holds no key');
  for (const key of set.keys) {
    // Whoever reads such a file can sign: it has been where public keys are kept.
    if (secretMembers.some((member) => member in key)) throw new Error('holds a private or symmetric key');
    if (isProduction && key.kid?.startsWith(LOCAL_KEY_PREFIX) === true)
      throw new Error("holds the key of a developer's machine, which production refuses");
  }
  return set;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('is no JSON');
  }
}

function isKeySet(value: unknown): value is { keys: JWK[] } {
  if (typeof value !== 'object' || value === null || !('keys' in value) || !Array.isArray(value.keys))
    return false;
  return value.keys.every(
    (key: unknown) =>
      typeof key === 'object' &&
      key !== null &&
      'kty' in key &&
      typeof key.kty === 'string' &&
      (!('kid' in key) || typeof key.kid === 'string'),
  );
}

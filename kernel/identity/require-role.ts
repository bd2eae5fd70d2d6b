import { CodedError } from '../errors.ts';
import { type Identity, mayEdit } from './identity.ts';
import { roleWord } from './roles-claim.ts';

/** Somebody whose token was proven. */
export type Person = Extract<Identity, { kind: 'PERSON' }>;

/**
 * Gives the person who may change what the sector reports.
 * @throws CodedError UNAUTHENTICATED where nobody is known, FORBIDDEN where the roles are others.
 */
export function requireEditor(
  identity: Identity,
  sector: { readonly code: string; readonly kind: string },
): Person {
  const person = requirePerson(identity);
  if (mayEdit(person, sector.code)) return person;
  const role = sector.kind === 'OFFICE' ? 'office' : roleWord({ kind: 'EDITOR', sector: sector.code });
  throw new CodedError('FORBIDDEN', `Only the role ${role} may change this.`, { role });
}

/** @throws CodedError UNAUTHENTICATED where nobody is known. */
export function requirePerson(identity: Identity): Person {
  if (identity.kind === 'PERSON') return identity;
  throw new CodedError('UNAUTHENTICATED', 'This needs a token: send one as "Authorization: Bearer <token>".');
}

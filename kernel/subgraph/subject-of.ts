import { CodedError } from '../errors.ts';
import type { Identity } from '../identity/identity.ts';
import type { Sector } from '../sectors.ts';

/** Who asks. Refuses who is not known (UNAUTHENTICATED), and who is known and may not (FORBIDDEN). */
export function subjectOf(
  identity: Identity,
  { code, name }: Sector,
  may: (identity: Identity, code: string) => boolean,
  what: string,
): string {
  if (identity.kind === 'ANONYMOUS')
    throw new CodedError('UNAUTHENTICATED', 'Send a token that is in force: authorization: Bearer <token>.');
  if (!may(identity, code))
    throw new CodedError(
      'FORBIDDEN',
      `Only the team of the sector "${name.en}" may ${what}: a token needs the role of its editor.`,
    );
  return identity.subject;
}

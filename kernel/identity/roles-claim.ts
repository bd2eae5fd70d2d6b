import type { Role } from './identity.ts';

/** More than anybody has; a longer list is a mistake of whoever signs. */
const MOST_ROLES = 50;

const plainRoles: Readonly<Record<string, Role>> = {
  reader: { kind: 'READER' },
  office: { kind: 'OFFICE' },
  administrator: { kind: 'ADMINISTRATOR' },
};

/** A sector's code. The Office's editors have the role "office". */
const sectorCode = /^(?!OFFICE$)[A-Z][A-Z0-9_]*$/u;

/**
 * The claim `roles` of a token: a list of "reader", "editor:TELECOM", "office", "administrator". An editor may be one of a
 * sector that this release does not know: a new sector needs no other team's release, and the role grants nothing here.
 * @returns null where it is no such list: an unknown kind of role makes the whole claim wrong, for what is passed over looks like
 * a right that is missing for no reason.
 */
export function readRolesClaim(claim: unknown): readonly Role[] | null {
  if (!Array.isArray(claim) || claim.length > MOST_ROLES) return null;
  const roles = claim.map((word: unknown) => (typeof word === 'string' ? readRole(word) : null));
  return roles.every((role) => role !== null) ? roles : null;
}

/** One role as the claim writes it. */
export function roleWord(role: Role): string {
  return role.kind === 'EDITOR' ? `editor:${role.sector}` : role.kind.toLowerCase();
}

function readRole(word: string): Role | null {
  if (Object.hasOwn(plainRoles, word)) return plainRoles[word] ?? null;
  const [kind, sector, ...more] = word.split(':');
  if (kind !== 'editor' || sector === undefined || more.length > 0 || !sectorCode.test(sector)) return null;
  return { kind: 'EDITOR', sector };
}

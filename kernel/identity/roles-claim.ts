import type { Role } from './identity.ts';

/** More than anybody has; a longer list is a mistake of whoever signs. */
const MOST_ROLES = 50;

const plainRoles: Readonly<Record<string, Role>> = {
  reader: { kind: 'READER' },
  office: { kind: 'OFFICE' },
  administrator: { kind: 'ADMINISTRATOR' },
};

/**
 * The claim `roles` of a token: a list of "reader", "editor:TELECOM", "office", "administrator".
 * @param sectorCodes the sectors that have editors: all but the Office, whose editors have the role "office".
 * @returns null where it is no such list. An unknown role makes the whole claim wrong: a misspelt "editor:TELCOM" that was
 * passed over would look like a right that is missing for no reason.
 */
export function readRolesClaim(claim: unknown, sectorCodes: ReadonlySet<string>): readonly Role[] | null {
  if (!Array.isArray(claim) || claim.length > MOST_ROLES) return null;
  const roles = claim.map((word: unknown) => (typeof word === 'string' ? readRole(word, sectorCodes) : null));
  return roles.every((role) => role !== null) ? roles : null;
}

/** One role as the claim writes it. */
export function roleWord(role: Role): string {
  return role.kind === 'EDITOR' ? `editor:${role.sector}` : role.kind.toLowerCase();
}

function readRole(word: string, sectorCodes: ReadonlySet<string>): Role | null {
  if (Object.hasOwn(plainRoles, word)) return plainRoles[word] ?? null;
  const [kind, sector, ...more] = word.split(':');
  if (kind !== 'editor' || sector === undefined || more.length > 0 || !sectorCodes.has(sector)) return null;
  return { kind: 'EDITOR', sector };
}

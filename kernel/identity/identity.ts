/** What somebody may do. An editor is one of a single sector; the Office's own editors have the role OFFICE. */
export type Role =
  | { readonly kind: 'READER' }
  | { readonly kind: 'EDITOR'; readonly sector: string }
  | { readonly kind: 'OFFICE' }
  | { readonly kind: 'ADMINISTRATOR' };

/** Who asks: nobody that is known, or somebody whose token was proven. */
export type Identity =
  | { readonly kind: 'ANONYMOUS' }
  | {
      readonly kind: 'PERSON';
      /** The token's `sub`: what the audit trail names. */
      readonly subject: string;
      readonly roles: readonly Role[];
    };

export const anonymous: Identity = { kind: 'ANONYMOUS' };

const OFFICE = 'OFFICE';

/** Whether the identity may change what the sector reports: its own editors, and administrators. */
export function mayEdit(identity: Identity, sectorCode: string): boolean {
  return has(identity, (role) => {
    switch (role.kind) {
      case 'ADMINISTRATOR':
        return true;
      case 'EDITOR':
        return role.sector === sectorCode;
      case 'OFFICE':
        return sectorCode === OFFICE;
      case 'READER':
        return false;
    }
  });
}

/** Whether the identity may see what the sector has not published yet: whoever may change it, and the Office. */
export function mayReadDrafts(identity: Identity, sectorCode: string): boolean {
  return mayEdit(identity, sectorCode) || has(identity, ({ kind }) => kind === 'OFFICE');
}

function has(identity: Identity, may: (role: Role) => boolean): boolean {
  return identity.kind === 'PERSON' && identity.roles.some(may);
}

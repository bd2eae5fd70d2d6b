import { expect, test } from 'vitest';
import { anonymous, type Identity, mayEdit, mayReadDrafts, type Role } from './identity.ts';

const person = (...roles: Role[]): Identity => ({ kind: 'PERSON', subject: 'an', roles });
const telecom: Role = { kind: 'EDITOR', sector: 'TELECOM' };

test.each([
  ['nobody', anonymous, '', ''],
  ['somebody without a role', person(), '', ''],
  ['a reader', person({ kind: 'READER' }), '', ''],
  ['an editor of telecom', person(telecom), 'TELECOM', 'TELECOM'],
  [
    'an editor of two',
    person(telecom, { kind: 'EDITOR', sector: 'PRESS' }),
    'TELECOM PRESS',
    'TELECOM PRESS',
  ],
  ['the Office', person({ kind: 'OFFICE' }), 'OFFICE', 'TELECOM PRESS OFFICE'],
  ['an administrator', person({ kind: 'ADMINISTRATOR' }), 'TELECOM PRESS OFFICE', 'TELECOM PRESS OFFICE'],
])('%s', (_, identity, edits, reads) => {
  const sectors = ['TELECOM', 'PRESS', 'OFFICE'];
  expect(sectors.filter((code) => mayEdit(identity, code)).join(' ')).toBe(edits);
  expect(sectors.filter((code) => mayReadDrafts(identity, code)).join(' ')).toBe(reads);
});

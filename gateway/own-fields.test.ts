import { expect, test } from 'vitest';
import { ownFields } from './own-fields.ts';

test('own are the fields of roots and entities that no other and not the kernel can answer, in extensions too', () => {
  const sdl = `
    type Query { briefing: Briefing @shareable telecom: Sector }
    extend type Query { mine: Int }
    type Mutation { save: Int }
    extend type Mutation { more: Int }
    type Briefing @key(fields: "period edition") { period: ID! edition: ID! label: String kernel: Int telecom: Int }
    extend type Briefing { added: Int both: Int @shareable }
    type Section { state: Int }
  `;
  expect([...ownFields(sdl, { Briefing: { kernel: () => 1, label: () => '' } })]).toEqual([
    'Query.telecom',
    'Query.mine',
    'Mutation.save',
    'Mutation.more',
    'Briefing.telecom',
    'Briefing.added',
  ]);
});

import { buildSchema, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { composeSupergraph } from '../gateway/compose-supergraph.ts';
import { subgraphSdl } from '../kernel/sdl/build-sdl.ts';
import { readSectors, type Sector } from '../kernel/sectors.ts';

const sectors = readSectors();

function compose(change: (sdl: string, sector: Sector) => string = (sdl) => sdl) {
  return composeSupergraph(sectors, (sector) => change(subgraphSdl(sector, sectors), sector));
}

describe('the graph', () => {
  const composed = compose();
  if (!composed.ok) throw new Error(composed.faults.join('\n'));
  const schema = buildSchema(composed.graph.apiSchema);

  it('has one field of every sector on each entity that crosses sectors', () => {
    for (const entity of ['Query', 'Briefing', 'Province', 'Agency', 'Document']) {
      const type = schema.getType(entity);
      const fields = isObjectType(type) ? Object.keys(type.getFields()) : [];
      expect(fields, entity).toEqual(expect.arrayContaining(sectors.map(({ field }) => field)));
    }
  });

  it('lists every sector behind the interface', () => {
    const sector = schema.getType('Sector');
    const names = schema.getPossibleTypes(sector as never).map(({ name }) => name);
    expect(names.sort()).toEqual(sectors.map(({ typePrefix }) => `${typePrefix}Sector`).sort());
  });

  it('never shares a list at an entity or a root: the gateway would merge it by index', () => {
    for (const sector of sectors) {
      const sdl = subgraphSdl(sector, sectors);
      const shared = sdl.split('\n').filter((line) => /:\s*\[[^\]]*\]!?\s*@shareable/u.test(line));
      expect(shared, sector.folder).toEqual([]);
    }
  });

  it('says nothing of the directive that binds headlines', () => {
    expect(composed.graph.supergraph).not.toContain('@indicator');
  });
});

describe('a mistake of one team', () => {
  it('is a fault where a shared description differs', () => {
    const result = compose((sdl, { kind }) =>
      kind === 'OFFICE' ? sdl.replace('"A value to reach by a date."', '"Something else."') : sdl,
    );
    expect(result.ok ? [] : result.faults.join('\n')).toContain('INCONSISTENT_DESCRIPTION');
  });

  it('is a fault where a shared field has another type', () => {
    const result = compose((sdl, { kind }) =>
      kind === 'OFFICE' ? sdl.replace('soft: Boolean!', 'soft: String!') : sdl,
    );
    expect(result.ok).toBe(false);
  });
});

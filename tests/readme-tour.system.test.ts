import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readmeFile, tourOf } from '../commands/readme-tour.ts';
import { startWholeSystem, type WholeSystem } from './support/whole-system.ts';

const root = join(import.meta.dirname, '..');
const tour = tourOf(readFileSync(readmeFile, 'utf8'));

describe("README's tour", () => {
  let system: WholeSystem;
  beforeAll(async () => {
    system = await startWholeSystem(inject('mongodbUri'));
  });
  afterAll(() => system.stop());

  it('shows every operation of the tour, at least eight', () => {
    expect(tour.map(({ file }) => file)).toEqual(
      readdirSync(join(root, 'operations/tour'))
        .sort()
        .map((file) => `operations/tour/${file}`),
    );
    expect(tour.length).toBeGreaterThanOrEqual(8);
  });

  it.each(tour)('$file is answered as the README says', async ({ file, query, answer }) => {
    expect(query).toBe(readFileSync(join(root, file), 'utf8'));
    const { status, body } = await system.ask(query);
    expect(status).toBe(200);
    expect(body).toEqual(JSON.parse(answer));
  });
});

import { readFileSync } from 'node:fs';
import { format } from 'prettier';
import { expect, it } from 'vitest';
import { readmeFile, withSettings } from '../commands/readme-tour.ts';

it("the README's table of settings is what kernel/settings.ts prints", async () => {
  const readme = readFileSync(readmeFile, 'utf8');
  // As npm run tour writes it.
  const printed = await format(withSettings(readme), { parser: 'markdown', printWidth: 110 });
  expect(readme).toBe(printed);
});

import type { Sector } from '../../kernel/sectors.ts';
import type { NewSector } from './new-sector.ts';

type Names = Pick<Sector, 'typePrefix' | 'field' | 'database'>;

/** sector.yml, from which all names of the sector follow. */
export function sectorFile({ name, port, leadUnit }: NewSector): string {
  return `# Who this subgraph is. Its names follow from the folder: field, type, database and code of the sector.
name: { vi: ${yamlText(name.vi)}, en: ${yamlText(name.en)} }
port: ${port}
kind: SECTOR
leadUnit: ${leadUnit}
`;
}

/** The other files of a sector's folder, by their paths in it: one headline, bound to the one indicator of its catalogue. */
export function folderFiles(sector: NewSector, names: Names): ReadonlyMap<string, string> {
  return new Map([
    ['schema.graphql', schema(sector, names)],
    ['data/indicators.yml', indicators(sector)],
    ['resolvers.ts', resolvers],
    ['subgraph.ts', subgraph],
    ['main.ts', main],
    ['README.md', readme(sector, names)],
  ]);
}

function schema({ folder, name }: NewSector, { typePrefix }: Names): string {
  return `${graphqlText(`The part of a briefing that the sector "${name.en}" reports.`)}
type ${typePrefix}Section {
  "Revenue of the sector within a month, in VND. The first headline, as an example."
  revenue: Observation @indicator(code: "${folder}.revenue")
}
`;
}

function indicators({ folder, name, leadUnit }: NewSector): string {
  return `indicators:
  - code: ${folder}.revenue
    name:
      vi: ${yamlText(`Doanh thu trong tháng: ${name.vi}`)}
      en: ${yamlText(`Revenue of a month: ${name.en}`)}
    description:
      vi: ${yamlText(`Doanh thu của lĩnh vực "${name.vi}" trên cả nước trong tháng.`)}
      en: ${yamlText(`The country's revenue of the sector "${name.en}" within the month.`)}
    unit: VND
    basis: FLOW
    leadUnit: ${leadUnit}
`;
}

const resolvers = `/** What only this team answers: nothing yet; its headlines are bound to indicators in schema.graphql. */
export const resolvers = {};
`;

const subgraph = `import { defineSubgraph } from '../../kernel/subgraph/subgraph-module.ts';
import { resolvers } from './resolvers.ts';

export const subgraph = defineSubgraph(import.meta.dirname, { resolvers });
`;

const main = `import { runSubgraph } from '../../kernel/subgraph/run-subgraph.ts';
import { subgraph } from './subgraph.ts';

await runSubgraph(subgraph);
`;

function readme({ folder, name, port, leadUnit }: NewSector, { typePrefix, field, database }: Names): string {
  return `# ${name.en}

Owner: \`${leadUnit}\`. This subgraph keeps what the briefings report of the sector (${name.vi}).

## What it owns and extends

- Its own types: \`${typePrefix}Section\`, the sector's part of a briefing with its typed headlines
  ([schema.graphql](schema.graphql)), and \`${typePrefix}Sector\`, the root of its whole collections.
- It extends \`Briefing\` (\`${field}: ${typePrefix}Section\`), \`Province\`, \`Agency\` and \`Document\` (\`${field}: SectorFacts\`).

## Its collections

Database \`${database}\`. All are loaded from [data/](data), whose format [docs/data-files.md](../../docs/data-files.md) tells.

## Running it alone

\`\`\`
npm run subgraph -- ${folder}
\`\`\`

It listens on port ${port} (\`sector.yml\`), against its own MongoDB URI or the one that \`npm start\` runs.

## Its indicators

| group              | indicators         |
| ------------------ | ------------------ |
| revenue of a month | \`${folder}.revenue\` |
`;
}

/** JSON's texts are YAML's. */
function yamlText(text: string): string {
  return JSON.stringify(text);
}

function graphqlText(text: string): string {
  return JSON.stringify(text);
}

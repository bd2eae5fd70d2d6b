import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodegenConfig } from '@graphql-codegen/cli';
import type { Types } from '@graphql-codegen/plugin-helpers';
import { kernelSdl } from './kernel/sdl/kernel-sdl.ts';
import { readSectors } from './kernel/sectors.ts';

/*
 * Resolver types of the kernel and of every subgraph (found by reading folders), and typed documents for every
 * operation of the product and its tests. npm run compose writes the schemas under generated/ that these are typed by.
 */
const mapped = [
  'Agency',
  'AuditChange',
  'AuditConnection',
  'AuditEntry',
  'Briefing',
  'Check',
  'Changes',
  'Citation',
  'Comparison',
  'Deadline',
  'Document',
  'Highlight',
  'Indicator',
  'Observation',
  'ObservationChange',
  'ObservationConnection',
  'ObservationEdge',
  'Period',
  'ProgressNote',
  'Province',
  'Reading',
  'Revision',
  'SearchHit',
  'Series',
  'SeriesPoint',
  'Target',
  'Task',
  'TaskChange',
  'TaskConnection',
  'TaskEdge',
  'Unit',
] as const;

const kernelFile = 'generated/kernel.graphql';
mkdirSync(join(import.meta.dirname, 'generated'), { recursive: true });
writeFileSync(join(import.meta.dirname, kernelFile), kernelSdl());

function resolverTypes(
  path: string,
  schema: string,
  sections: readonly string[],
  sectorTypes: readonly string[],
  own: Readonly<Record<string, string>> = {},
): Record<string, Types.ConfiguredOutput> {
  const up = '../'.repeat(path.split('/').length - 1);
  const sources = `${up}kernel/subgraph/sources.ts`;
  return {
    [path]: {
      schema,
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        federation: true,
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        emitLegacyCommonJSImports: false,
        importExtension: '.ts',
        avoidOptionals: { field: true },
        useIndexSignature: false,
        scalars: {
          ID: 'string',
          Decimal: { input: 'string', output: `${up}kernel/decimal.ts#Decimal` },
          LocalDate: 'string',
          DateTime: { input: 'string', output: 'Date' },
          TimePeriod: 'string',
          _FieldSet: 'string',
          federation__FieldSet: 'string',
          link__Import: 'string',
        },
        contextType: `${up}kernel/subgraph/context.ts#RequestContext`,
        mappers: {
          ...Object.fromEntries(mapped.map((type) => [type, `${sources}#${type}Source`])),
          ...Object.fromEntries(sectorTypes.map((type) => [type, `${sources}#SectorSource`])),
          SectorFacts: `${sources}#FactsSource`,
          ...Object.fromEntries(sections.map((type) => [type, `${sources}#SectionSource`])),
          ...Object.fromEntries(sections.map((type) => [`${type}Change`, `${sources}#SectionChangeSource`])),
          ...own,
        },
      },
    },
  };
}

const sectors = readSectors();

const config: CodegenConfig = {
  generates: {
    ...resolverTypes('generated/kernel.ts', kernelFile, ['AnySection'], ['AnySector']),
    ...Object.fromEntries(
      sectors.flatMap((sector) =>
        Object.entries(
          resolverTypes(
            `generated/subgraphs/${sector.folder}.ts`,
            `generated/subgraphs/${sector.folder}.graphql`,
            [`${sector.typePrefix}Section`],
            (sector.kind === 'OFFICE' ? sectors : [sector]).map(({ typePrefix }) => `${typePrefix}Sector`),
            sector.kind === 'OFFICE'
              ? {
                  Meeting: '../../subgraphs/office/sources.ts#MeetingSource',
                  LegalDocument: '../../subgraphs/office/sources.ts#LegalDocumentSource',
                }
              : {},
          ),
        ),
      ),
    ),
    'generated/operations.ts': {
      schema: 'generated/schema.graphql',
      documents: ['operations/**/*.graphql', 'tests/**/*.graphql'],
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: {
          ID: 'string',
          Decimal: 'string',
          LocalDate: 'string',
          DateTime: 'string',
          TimePeriod: 'string',
        },
      },
    },
  },
};
export default config;

import { isObjectType, Kind, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type { AnySectionResolvers } from '../../../generated/kernel.ts';
import { CodedError } from '../../errors.ts';
import type { RequestContext } from '../context.ts';
import { headlineOf } from '../headline.ts';
import { presented } from './audit.ts';
import type { SectionSource } from '../sources.ts';
import { allOfCountry, factsResolvers } from './facts.ts';

/** What every section has: a sector that has not reported on an edition has one all the same, and it says MISSING. */
export const sectionResolvers = {
  ...factsResolvers,
  state: async ({ key }, _, { loaders }) => {
    const section = (await loaders.sections()).get(key);
    if (section === undefined || (!loaders.drafts && section.publishedAt === null)) return 'MISSING';
    return section.state;
  },
  version: async ({ key }, _, { loaders }) => {
    const section = (await loaders.sections()).get(key);
    return (loaders.drafts ? section?.version : section?.publishedVersion) ?? 0;
  },
  publishedAt: async ({ key }, _, { loaders }) => (await loaders.sections()).get(key)?.publishedAt ?? null,
  hasDraft: async ({ key }, _, { loaders }) =>
    loaders.drafts && ((await loaders.sections()).get(key)?.draft.length ?? 0) > 0,
} satisfies AnySectionResolvers;

/**
 * The typed headlines of a section: a resolver for each field that the team bound with @indicator(code:). Refuses a
 * field that is bound to an indicator outside the team's catalogue, when the subgraph starts.
 */
export function headlineResolvers(
  schema: GraphQLSchema,
  sectionType: string,
  catalogue: ReadonlySet<string>,
): Record<string, GraphQLFieldResolver<SectionSource, RequestContext>> {
  const section = schema.getType(sectionType);
  if (!isObjectType(section)) throw new Error(`the schema has no type ${sectionType}`);
  return Object.fromEntries(
    Object.entries(indicatorBindings(schema, sectionType)).map(([field, code]) => {
      if (!catalogue.has(code))
        throw new CodedError(
          'DATA_FILE_INVALID',
          `${sectionType}.${field} is bound to ${code}, which the catalogue lacks.`,
        );
      return [
        field,
        async ({ key }, _, context) => {
          const headline = headlineOf(await allOfCountry(key, context), code);
          return headline === null ? null : (await presented([headline], context))[0];
        },
      ];
    }),
  );
}

/** The indicator's code of each field that carries @indicator. */
export function indicatorBindings(
  schema: GraphQLSchema,
  sectionType: string,
): Readonly<Record<string, string>> {
  const section = schema.getType(sectionType);
  const bound: Record<string, string> = {};
  if (!isObjectType(section)) return bound;
  for (const [name, field] of Object.entries(section.getFields())) {
    const directive = field.astNode?.directives?.find((used) => used.name.value === 'indicator');
    const code = directive?.arguments?.find((argument) => argument.name.value === 'code')?.value;
    if (code?.kind === Kind.STRING) bound[name] = code.value;
  }
  return bound;
}

import { errorCatalogue } from '../kernel/errors.ts';

const faults = {
  CALLER: 'Yours to mend',
  SOURCE: 'A document or data file is wrong',
  US: 'Ours to mend',
} as const;

/** docs/errors.md: the catalogue of errors as a page, by whose fault they are. */
export function errorsPage(): string {
  const entries = Object.entries(errorCatalogue);
  const parts = Object.entries(faults).map(([fault, title]) => {
    const rows = entries
      .filter(([, entry]) => entry.fault === fault)
      .map(([code, { meaning, remedy }]) => `### ${code}\n\n${meaning}\n\n${remedy}\n`);
    return `## ${title}\n\n${rows.join('\n')}`;
  });
  return `# Errors

Every error of the graph carries one of these codes in \`extensions.code\`, or one of GraphQL's own for a request that is no
valid operation: \`GRAPHQL_PARSE_FAILED\`, \`GRAPHQL_VALIDATION_FAILED\`, \`BAD_USER_INPUT\`, \`BAD_REQUEST\` for what is no request to the
graph at all, \`PERSISTED_QUERY_NOT_SUPPORTED\` for a hash in place of a query. Codes are stable; texts may be reworded.
This page is printed from [kernel/errors.ts](../kernel/errors.ts) by \`npm run errors\`.

${parts.join('\n')}`;
}

import { firstQuery } from '../../gateway/first-query.ts';

/** What is printed once all runs. */
export function welcome(gatewayOrigin: string, seconds: string): string {
  const address = `${gatewayOrigin}/graphql`;
  const body = JSON.stringify({ query: firstQuery.replace(/\s+/gu, ' ') });
  return `
The graph is ready after ${seconds} s: ${address}
Open that address in a browser (on a network without the outside: ${gatewayOrigin}/explorer) and paste:

${firstQuery}

or in a terminal:

curl -s ${address} -H 'content-type: application/json' -d '${body}'

Ctrl-C stops everything.
`;
}

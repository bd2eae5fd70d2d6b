/** One query that shows what the graph is for: a briefing out of several sectors, with provenance. */
const query = `{
  briefing(period: "2020-07") {
    telecom { mobileRevenue { display citation { document { title } line sentence } } }
    postal { revenue { display } }
  }
}`;

/** What is printed once all runs. */
export function welcome(gatewayOrigin: string, seconds: string): string {
  const address = `${gatewayOrigin}/graphql`;
  const body = JSON.stringify({ query: query.replace(/\s+/gu, ' ') });
  return `
The graph is ready after ${seconds} s: ${address}
Open that address in a browser and paste:

${query}

or in a terminal:

curl -s ${address} -H 'content-type: application/json' -d '${body}'

Ctrl-C stops everything.
`;
}

/** One query that shows what the graph is for: a briefing out of several sectors, with provenance. */
export const firstQuery = `{
  briefing(period: "2020-07") {
    telecom { mobileRevenue { display citation { document { title } line sentence } } }
    postal { revenue { display } }
  }
}`;

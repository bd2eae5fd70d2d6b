/** What ends the noun that is counted: "books in print", "stations of communes". */
const behindNoun = / (?:an?|of|in|on|at|for|with|without|per|by|from|to|that|who)\b.*$| ?[,(/].*$/u;

/**
 * A unit's English name, which is a plural, for one of it: "ministries" → "ministry", "addresses of IPv4" →
 * "address of IPv4".
 */
export function singularOf(plural: string): string {
  const tail = behindNoun.exec(plural)?.[0] ?? '';
  const noun = plural.slice(0, plural.length - tail.length);
  return singularNoun(noun) + tail;
}

function singularNoun(noun: string): string {
  if (/[^aeiou]ies$/u.test(noun)) return `${noun.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/u.test(noun)) return noun.slice(0, -2);
  return /[^su]s$/u.test(noun) ? noun.slice(0, -1) : noun;
}

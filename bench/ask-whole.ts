import { askGraph } from '../tests/support/whole-system.ts';

/** The answer of a query that must be whole. Throws what the gateway says where it is not. */
export async function askWhole(origin: string, query: string): Promise<string> {
  const { text, body } = await askGraph(origin, query);
  if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors[0]));
  return text;
}

import type { IndicatorRow } from '../../store/rows.ts';
import type { RequestContext } from '../context.ts';

/** The catalogue's entry of a code that a row names. Throws where the catalogue lacks it: the load would have refused it. */
export async function indicatorOf(code: string, { loaders }: RequestContext): Promise<IndicatorRow> {
  const indicator = (await loaders.catalogue()).get(code);
  if (indicator === undefined) throw new Error(`the catalogue has no indicator ${code}`);
  return indicator;
}

export async function indicatorsOf(
  codes: readonly string[],
  context: RequestContext,
): Promise<IndicatorRow[]> {
  return Promise.all(codes.map((code) => indicatorOf(code, context)));
}

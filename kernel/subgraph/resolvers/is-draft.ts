import type { Reported } from '../../store/rows.ts';
import type { RequestContext } from '../context.ts';

/** Whether a record that is visible waits to be published. Its batch may also be published and only not settled yet. */
export async function isDraft(
  { batch, edition }: Pick<Reported, 'batch'> & { readonly edition: string },
  _args: unknown,
  { loaders }: Pick<RequestContext, 'loaders'>,
): Promise<boolean> {
  if (batch === null) return false;
  return (await loaders.sections()).get(edition)?.settling.includes(batch) !== true;
}

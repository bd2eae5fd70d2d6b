import type { AnySectionResolvers, ChangesResolvers } from '../../../generated/kernel.ts';
import { meetingDay } from '../../changes/meeting-day.ts';
import { observationChanges } from '../../changes/observation-changes.ts';
import { taskChanges } from '../../changes/task-changes.ts';
import { CodedError } from '../../errors.ts';
import type { ObservationRow, TaskRow } from '../../store/rows.ts';
import { endOfTime } from '../../store/rows.ts';
import { parseTimePeriod } from '../../time-period/parse.ts';
import { allOf, MOST_AT_ONCE } from '../all-of.ts';
import type { RequestContext } from '../context.ts';
import { presented } from './audit.ts';

export const sectionChangesResolvers = {
  // Not async: so its fields are resolved at once, and share the commands of the section's own lists.
  changesSince: ({ key }, { period }) => {
    const since = parseTimePeriod(period).id;
    if (since === key)
      throw new CodedError(
        'INVALID_ARGUMENT',
        `changesSince must name another briefing than ${key} itself: the one before it, as a rule.`,
      );
    return { edition: key, since };
  },
} satisfies AnySectionResolvers;

export const changesResolvers: ChangesResolvers = {
  observations: async ({ edition, since }, _, context) => {
    const [before, after] = await Promise.all([
      observationsOf(since, context),
      observationsOf(edition, context),
    ]);
    return observationChanges(before, after);
  },
  tasks: async ({ edition, since }, _, context) => {
    const [before, after] = await Promise.all([tasksOf(since, context), tasksOf(edition, context)]);
    return taskChanges(before, after, { since: meetingDay(since), now: meetingDay(edition) });
  },
};

async function observationsOf(edition: string, context: RequestContext): Promise<ObservationRow[]> {
  const of = { by: 'edition', key: edition } as const;
  const request = { of, indicators: null, region: 'ALL', limit: MOST_AT_ONCE + 1 } as const;
  return presented(allOf(await context.loaders.observations.load(request)), context);
}

async function tasksOf(edition: string, { loaders }: RequestContext): Promise<TaskRow[]> {
  const of = { by: 'edition', key: edition } as const;
  return allOf(await loaders.tasks.load({ of, outcomes: null, asOf: endOfTime, limit: MOST_AT_ONCE + 1 }));
}

import type {
  AnySectorResolvers,
  AnySectionChangeResolvers,
  AuditEntryResolvers,
  MutationResolvers,
} from '../../../generated/kernel.ts';
import { mayEdit, mayReadDrafts } from '../../identity/identity.ts';
import { auditPage } from '../../reporting/audit-trail.ts';
import { correctFigure } from '../../reporting/correct-figure.ts';
import type { Desk, Saved } from '../../reporting/desk.ts';
import { noteProgress } from '../../reporting/note-progress.ts';
import { publishSection } from '../../reporting/publish.ts';
import { removeRecords } from '../../reporting/remove-records.ts';
import { saveFigures } from '../../reporting/save-figures.ts';
import { saveHighlights, saveTargets, saveTasks } from '../../reporting/save-statements.ts';
import type { SectionChange } from '../../reporting/section-change.ts';
import type { Sector } from '../../sectors.ts';
import { parseTimePeriod } from '../../time-period/parse.ts';
import type { RequestContext } from '../context.ts';
import type { SectionChangeSource } from '../sources.ts';
import { subjectOf } from '../subject-of.ts';
import { presented } from './audit.ts';

/** What a team can change: each mutation by the sector's editors only, with the sector's name in front. */
export function reportingResolvers(sector: Sector): Readonly<Record<string, object>> {
  const resolvers = {
    anySaveObservations: (_, { period, version, observations }, context) =>
      changed(context, sector, async (desk) =>
        saved('observations', await saveFigures(desk, { ...at(period, version), given: observations })),
      ),
    anySaveTasks: (_, { period, version, tasks }, context) =>
      changed(context, sector, async (desk) =>
        saved('tasks', await saveTasks(desk, { ...at(period, version), given: tasks })),
      ),
    anySaveHighlights: (_, { period, version, highlights }, context) =>
      changed(context, sector, async (desk) =>
        saved(null, await saveHighlights(desk, { ...at(period, version), given: highlights })),
      ),
    anySaveTargets: (_, { period, version, targets }, context) =>
      changed(context, sector, async (desk) =>
        saved(null, await saveTargets(desk, { ...at(period, version), given: targets })),
      ),
    anyRemoveRecords: (_, { period, version, ids }, context) =>
      changed(context, sector, async (desk) =>
        made(await removeRecords(desk, { ...at(period, version), ids })),
      ),
    anyPublish: (_, { period, version }, context) =>
      changed(context, sector, async (desk) => made(await publishSection(desk, at(period, version)))),
    anyCorrectObservation: (_, { id, version, correction }, context) =>
      changed(context, sector, async (desk) => {
        const { id: inForce, ...change } = await correctFigure(desk, { id, version, correction });
        return { ...made(change), observations: [inForce] };
      }),
    anyNoteProgress: (_, { task, version, note }, context) =>
      changed(context, sector, async (desk) => ({
        ...made(await noteProgress(desk, { task, version, note })),
        tasks: [task],
      })),
  } satisfies MutationResolvers;
  return Object.fromEntries(
    Object.entries(resolvers).map(([name, resolve]) => [name.replace(/^any/u, sector.field), resolve]),
  );
}

async function changed(
  context: RequestContext,
  sector: Sector,
  change: (desk: Desk) => Promise<SectionChangeSource>,
): Promise<SectionChangeSource> {
  const by = subjectOf(context.identity, sector, mayEdit, 'change what it reports');
  const { loaders, catalogue, texts } = context;
  try {
    return await change({ store: loaders.store, sector, catalogue, texts, by });
  } finally {
    context.renewLoaders();
  }
}

function at(period: string, version: number) {
  return { edition: parseTimePeriod(period).id, version };
}

function made({ edition, inserted, changed: count, removed, left }: SectionChange): SectionChangeSource {
  return { edition, inserted, changed: count, removed, left, observations: [], tasks: [] };
}

function saved(kind: 'observations' | 'tasks' | null, { ids, ...change }: Saved): SectionChangeSource {
  return { ...made(change), ...(kind === null ? {} : { [kind]: ids }) };
}

export const sectionChangeResolvers: AnySectionChangeResolvers = {
  period: ({ edition }) => edition,
  section: ({ edition }) => ({ by: 'edition', key: edition }),
  observations: async ({ observations }, _, context) => {
    const rows = await Promise.all(observations.map((id) => context.loaders.observation.load(id)));
    return presented(
      rows.filter((row) => row !== null),
      context,
    );
  },
  tasks: async ({ tasks }, _, { loaders }) =>
    (await Promise.all(tasks.map((id) => loaders.task.load(id)))).filter((task) => task !== null),
};

export const auditEntryResolvers: AuditEntryResolvers = {
  id: ({ _id }) => _id,
  period: ({ edition }) => edition,
  changes: ({ changes }) => [...changes],
};

export function auditTrailResolvers(sector: Sector) {
  return {
    auditTrail: (_, { period, first, after }, { loaders, identity }) => {
      subjectOf(identity, sector, mayReadDrafts, 'see who changed what');
      const edition = period == null ? null : parseTimePeriod(period).id;
      return auditPage(loaders.store, edition, { first, after: after ?? null });
    },
  } satisfies AnySectorResolvers;
}

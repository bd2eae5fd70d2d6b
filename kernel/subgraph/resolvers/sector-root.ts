import type { QueryFilter } from 'mongoose';
import type {
  AnySectorResolvers,
  ObservationConnectionResolvers,
  ObservationFilter,
  TaskConnectionResolvers,
  TaskFilter,
} from '../../../generated/kernel.ts';
import { CodedError } from '../../errors.ts';
import { todayInHanoi, type LocalDate } from '../../local-date.ts';
import { quoted } from '../../quoted.ts';
import { agencies } from '../../registers/agencies.ts';
import { findDocument } from '../../registers/documents.ts';
import type { ObservationRow, TaskRow } from '../../store/rows.ts';
import { readLevel, visibleFigures, visibleRecords } from '../../store/visibility.ts';
import { parseTimePeriod } from '../../time-period/parse.ts';
import type { RequestContext } from '../context.ts';
import { anyOutcome, tasksOfProvince } from '../fact-pages.ts';
import { knownOn } from '../loaders.ts';
import type { TaskSource } from '../sources.ts';
import { connectionPage, connectionResolvers, selects } from './connection.ts';
import { provinceCode } from './indicator.ts';

/** A sector's root: its whole collections. Its name and code are the kernel's (shared-resolvers.ts). */
export const sectorRootResolvers = {
  indicators: async (_, __, { loaders }) => [...(await loaders.catalogue()).values()],
  indicator: async (_, { code }, { loaders }) => (await loaders.catalogue()).get(code) ?? null,
  observations: async (_, { filter, first, after }, context, info) =>
    connectionPage(context.loaders.store.observations, {
      filter: await observationFilter(filter ?? {}, context),
      visible: visibleFigures(await context.loaders.visibility()),
      level: readLevel(await context.loaders.visibility()),
      orderBy: 'periodEnd',
      direction: -1,
      first,
      after: after ?? null,
      counted: selects(info, 'totalCount'),
    }),
  observation: (_, { id }, { loaders }) => loaders.observation.load(id),
  tasks: async (_, { filter, orderBy, first, after }, { loaders }, info) => {
    const asOf = filter?.asOf ?? todayInHanoi();
    const page = await connectionPage<TaskRow>(loaders.store.tasks, {
      filter: taskFilter(filter ?? {}, asOf),
      visible: visibleRecords(await loaders.visibility()),
      level: readLevel(await loaders.visibility()),
      ...(orderBy === 'ASSIGNED_ON'
        ? { orderBy: 'assignedOn', direction: -1 }
        : { orderBy: 'dueOn', direction: 1 }),
      first,
      after: after ?? null,
      counted: selects(info, 'totalCount'),
    });
    return { ...page, rows: page.rows.map((task) => ({ ...task, asOf })) };
  },
  task: (_, { id }, { loaders }) => loaders.task.load(id),
} satisfies AnySectorResolvers;

export const observationConnectionResolvers: ObservationConnectionResolvers =
  connectionResolvers<ObservationRow>().connection;
export const taskConnectionResolvers: TaskConnectionResolvers = connectionResolvers<TaskSource>().connection;

async function observationFilter(
  wanted: ObservationFilter,
  { loaders }: RequestContext,
): Promise<QueryFilter<ObservationRow>> {
  const all: QueryFilter<ObservationRow>[] = [knownOn(wanted.asOf ?? null)];
  if (wanted.indicators != null) {
    const catalogue = await loaders.catalogue();
    const unknown = wanted.indicators.filter((code) => !catalogue.has(code));
    if (unknown.length > 0)
      throw new CodedError(
        'UNKNOWN_CODE',
        `There is no indicator ${quoted(unknown.join(', '))} in this sector; see indicators { code name }.`,
      );
    all.push({ indicator: { $in: wanted.indicators } });
  }
  if (wanted.from != null) all.push({ periodEnd: { $gte: parseTimePeriod(wanted.from).end } });
  if (wanted.to != null) all.push({ periodEnd: { $lte: parseTimePeriod(wanted.to).end } });
  if (wanted.provinces != null) all.push({ province: { $in: wanted.provinces.map(provinceCode) } });
  if (wanted.agencies != null) all.push({ agency: { $in: wanted.agencies.map(agencyCode) } });
  if (wanted.region === 'COUNTRY') all.push({ province: null });
  if (wanted.region === 'PROVINCE') all.push({ province: { $ne: null } });
  if (wanted.basis != null) all.push({ basis: { $in: wanted.basis } });
  if (wanted.statuses != null) all.push({ status: { $in: wanted.statuses } });
  if (wanted.briefing != null) all.push({ edition: parseTimePeriod(wanted.briefing).id });
  if (wanted.document != null) all.push({ document: documentId(wanted.document) });
  return { $and: all };
}

function taskFilter(wanted: TaskFilter, asOf: LocalDate): QueryFilter<TaskRow> {
  const all: QueryFilter<TaskRow>[] = [{ assignedOn: { $lte: asOf } }];
  if (wanted.outcomes != null) all.push(anyOutcome(wanted.outcomes, asOf));
  if (wanted.leadUnit != null) all.push({ leadUnits: agencyCode(wanted.leadUnit) });
  if (wanted.province != null) all.push(tasksOfProvince(provinceCode(wanted.province)));
  if (wanted.dueFrom != null) all.push({ dueOn: { $gte: wanted.dueFrom } });
  if (wanted.dueTo != null) all.push({ dueOn: { $lte: wanted.dueTo } });
  if (wanted.dueFrom != null || wanted.dueTo != null) all.push({ 'deadline.latest': { $ne: null } });
  if (wanted.briefing != null) all.push({ edition: parseTimePeriod(wanted.briefing).id });
  if (wanted.document != null) all.push({ document: documentId(wanted.document) });
  return { $and: all };
}

/** The code of an agency by any of its names; refuses (UNKNOWN_CODE) what is none. */
function agencyCode(text: string): string {
  const agency = agencies.find(text);
  if (agency === undefined)
    throw new CodedError('UNKNOWN_CODE', `There is no agency ${quoted(text)}; see agencies { code name }.`);
  return agency.code;
}

function documentId(id: string): string {
  if (findDocument(id) === undefined)
    throw new CodedError('UNKNOWN_CODE', `There is no document ${quoted(id)}; see documents { id }.`);
  return id;
}

import DataLoader from 'dataloader';
import type {
  DocumentResolvers,
  LegalDocumentResolvers,
  MeetingResolvers,
  MutationResolvers,
  OfficeSectionResolvers,
  QueryResolvers,
} from '../../generated/subgraphs/office.ts';
import { agencies } from '../../kernel/registers/agencies.ts';
import { findDocument } from '../../kernel/registers/documents.ts';
import { provinces } from '../../kernel/registers/provinces.ts';
import { findPerKey } from '../../kernel/store/find-per-key.ts';
import type { Loaders } from '../../kernel/subgraph/loaders.ts';
import { mayEdit } from '../../kernel/identity/identity.ts';
import { bilingualOf } from '../../kernel/reporting/read-text.ts';
import { readSector } from '../../kernel/sectors.ts';
import { subjectOf } from '../../kernel/subgraph/subject-of.ts';
import { briefingOf, inLanguage } from '../../kernel/subgraph/shared-resolvers.ts';
import type { Model } from 'mongoose';
import { allEditions, openBriefing, openedMeeting } from './open-briefing.ts';
import type { LegalDocumentSource, MeetingRow, OpeningRow, SourceDocumentSource } from './sources.ts';

const MOST_OF_EDITION = 1000;
const officeSector = readSector('office');

interface OfficeLoaders {
  readonly meetings: DataLoader<string, MeetingRow[]>;
  readonly legalDocuments: DataLoader<string, LegalDocumentSource[]>;
  readonly sourceDocuments: DataLoader<string, SourceDocumentSource[]>;
  readonly openings: DataLoader<string, OpeningRow[]>;
}
const made = new WeakMap<Loaders, OfficeLoaders>();

/** The Office's own loaders of a request, made when first asked for: one command a collection for all editions. */
function officeLoaders(loaders: Loaders): OfficeLoaders {
  const known = made.get(loaders);
  if (known !== undefined) return known;
  const byEdition = <Row>(name: string, ...order: string[]) =>
    new DataLoader<string, Row[]>((editions) =>
      findPerKey(
        loaders.store.own[name] as unknown as Model<Row>,
        editions.map((edition) => ({
          filter: { edition } as never,
          sort: Object.fromEntries([...order, '_id'].map((field) => [field, 1 as const])),
          limit: MOST_OF_EDITION,
        })),
      ),
    );
  const fresh: OfficeLoaders = {
    meetings: byEdition<MeetingRow>('Meeting', 'heldOn'),
    legalDocuments: byEdition<LegalDocumentSource>('LegalDocument', 'document', 'ordinal'),
    sourceDocuments: byEdition<SourceDocumentSource>('SourceDocument', 'issuedOn'),
    openings: byEdition<OpeningRow>('Opening', 'time'),
  };
  made.set(loaders, fresh);
  return fresh;
}

const section = {
  meeting: async ({ key }, _, { loaders }) => {
    const own = officeLoaders(loaders);
    const [told] = await own.meetings.load(key);
    if (told !== undefined) return told;
    const opening = (await own.openings.load(key)).at(-1);
    return opening === undefined ? null : openedMeeting(opening);
  },
  documents: async ({ key }, _, { loaders }) =>
    (await officeLoaders(loaders).sourceDocuments.load(key)).flatMap(({ _id }) => findDocument(_id) ?? []),
  legalDocuments: ({ key }, _, { loaders }) => officeLoaders(loaders).legalDocuments.load(key),
} satisfies OfficeSectionResolvers;

const meeting: MeetingResolvers = {
  title: ({ title }, args) => inLanguage(title, args),
  participants: ({ participants }, args) => (participants === null ? null : inLanguage(participants, args)),
};

const legalDocument: LegalDocumentResolvers = {
  id: ({ _id }) => _id,
  title: ({ title }, args) => inLanguage(title, args),
  issuer: ({ issuer }) => (issuer === null ? null : agencies.get(issuer)),
  provinces: (legal) => legal.provinces.map((code) => provinces.get(code)),
};

const document = {
  lines: ({ id }, _, { texts }) => texts.lines(id)?.slice() ?? null,
} satisfies DocumentResolvers;

const query = {
  briefings: async (_, __, { loaders }) => (await allEditions(loaders.store)).map(briefingOf),
} satisfies QueryResolvers;

const mutation = {
  officeOpenBriefing: async (_, { period, heldOn, title }, context) => {
    const by = subjectOf(context.identity, officeSector, mayEdit, 'open a briefing');
    const given = title == null ? null : bilingualOf(title);
    const edition = await openBriefing(context.loaders.store, { period, heldOn, title: given, by });
    context.renewLoaders();
    return briefingOf(edition);
  },
} satisfies MutationResolvers;

/** What only the Office answers: meetings, legal documents, the documents of an edition and their lines. */
export const resolvers = {
  Query: query,
  Mutation: mutation,
  OfficeSection: section,
  Meeting: meeting,
  LegalDocument: legalDocument,
  Document: document,
};

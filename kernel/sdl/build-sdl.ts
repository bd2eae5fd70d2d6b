import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sector } from '../sectors.ts';
import { mutations } from './mutations.ts';

/**
 * The SDL of a subgraph: what all share (shared.graphql), what all have but for a name (written here), and the
 * team's own schema.graphql. Stubs of the other sectors, which only the Office needs for `sectors`, are made from
 * the folders: a forgotten one would compose silently and leave its sector out.
 */
export function subgraphSdl(sector: Sector, sectors: readonly Sector[]): string {
  const file = join(sector.path, 'schema.graphql');
  return sdlOf(sector, sectors, existsSync(file) ? readFileSync(file, 'utf8') : '');
}

/** What every subgraph has word for word; the first holds what an SDL begins with. */
const sharedFiles = [
  'shared.graphql',
  'auditor.graphql',
  'search.graphql',
  'changes.graphql',
  'reporting.graphql',
] as const;

/** The same with the team's own part given as text. */
export function sdlOf(sector: Sector, sectors: readonly Sector[], own: string): string {
  return [
    ...sharedFiles.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')),
    roots(sector),
    mutations(sector),
    entities(sector),
    sectorType(sector),
    withSectionFields(sector, own),
    sector.kind === 'OFFICE' ? officeParts(sector, sectors) : sectorInterface(true),
  ].join('\n');
}

function roots({ field, typePrefix, name, kind }: Sector): string {
  const registers =
    kind === 'OFFICE'
      ? `
  "All briefings, newest first: those that documents report, and those that the Office has opened."
  briefings: [Briefing!]
  "All provinces, by code."
  provinces: [Province!]
  "All agencies that briefings name."
  agencies: [Agency!]
  "A source document; null where there is none."
  document("The document's id: the text's file name without its ending." id: ID!): Document
  "All source documents, oldest first."
  documents: [Document!]
  "The sectors in the order of their ports, then the Office."
  sectors: [Sector!]`
      : '';
  return `
"What can be asked."
type Query {
  "The briefing on a period: 2020-07. There for every valid period; a sector that has not reported on it says MISSING."
  briefing("The period that the briefing reports on." period: TimePeriod!): Briefing @shareable
  "A province; null where there is none of that name."
  province("A code of the General Statistics Office, or any name or alias: 79, TPHCM." code: ID!): Province @shareable
  "An agency; null where there is none of that name."
  agency("A code, or any name or alias: Cục Viễn thông." code: ID!): Agency @shareable
  "The whole collections of the sector \\"${name.en}\\"; null where its subgraph is unavailable."
  ${field}: ${typePrefix}Sector${registers}
}`;
}

/** The entities that cross sectors, each with this sector's one field. */
function entities({ field, typePrefix, name, kind }: Sector): string {
  const facts = (of: string) =>
    `  "What the sector \\"${name.en}\\" says ${of}; null where its subgraph is unavailable."\n  ${field}: SectorFacts`;
  const lines =
    kind === 'OFFICE'
      ? '\n  "The text, line by line; null where it is not on this machine."\n  lines: [String!]'
      : '';
  return `
"One edition of the briefing, known by the period it reports on."
type Briefing @key(fields: "period") {
  "The period it reports on, as SDMX: 2020-07."
  period: TimePeriod!
  "The same with its days and its name."
  reportingPeriod: Period! @shareable
  "What the sector \\"${name.en}\\" reports in it; null where its subgraph is unavailable."
  ${field}: ${typePrefix}Section
}
"A province or centrally run city, as of before the mergers of July 2025."
type Province @key(fields: "code") {
  "The code of the General Statistics Office: 79."
  code: ID!
  "Its name: \\"Hồ Chí Minh\\"."
  name("The language of the answer." language: Language! = VI): String! @shareable
${facts('of it')}
}
"A ministry, department, provincial department, enterprise, or group such as \\"các Sở TT&TT\\"."
type Agency @key(fields: "code") {
  "Its code: MIC_TELECOM_AUTHORITY."
  code: ID!
  "Its name: \\"Cục Viễn thông\\"."
  name("The language of the answer." language: Language! = VI): String! @shareable
  "Its usual short name."
  abbreviation: String @shareable
  "What sort of body it is."
  kind: AgencyKind! @shareable
  "The province whose own department it is."
  province: Province @shareable
  "The body that it belongs to."
  parent: Agency @shareable
  "The body that took over from it: Cục Tin học hoá became Cục Chuyển đổi số quốc gia."
  successor: Agency @shareable
${facts('of it')}
}
"A document that briefings are reported in."
type Document @key(fields: "id") {
  "The text's file name without its ending."
  id: ID!
  "Its title."
  title("The language of the answer." language: Language! = VI): String @shareable
  "What sort of paper it is."
  kind: DocumentKind @shareable
  "The printed day of publication, else the day of the meeting."
  issuedOn: LocalDate @shareable
  "The briefing that it reports."
  briefing: Briefing @shareable
${facts('in it')}${lines}
}`;
}

const sectorDescription = '"A sector (or the Office) with its whole collections."';
const sectorIdentity = `
  "The sector's code."
  code: SectorCode!
  "The sector's name."
  name("The language of the answer." language: Language! = VI): String!`;

const sectorCollections = `
  "The catalogue of what it measures."
  indicators: [Indicator!]
  "One indicator; null where there is none of that code."
  indicator("The indicator's code: telecom.revenue.mobile." code: ID!): Indicator
  "Pages through all its observations, latest period first."
  observations(
    "Which of them."
    filter: ObservationFilter
    "How many on a page, 1 to 1000."
    first: Int! = 50
    "The endCursor of the page before."
    after: String
  ): ObservationConnection
  "One observation; null where there is none."
  observation("The observation's id." id: ID!): Observation
  "Pages through all its tasks."
  tasks(
    "Which of them."
    filter: TaskFilter
    "In which order."
    orderBy: TaskOrder! = DUE_DATE
    "How many on a page, 1 to 1000."
    first: Int! = 50
    "The endCursor of the page before."
    after: String
  ): TaskConnection
  "One task; null where there is none."
  task("The task's id." id: ID!): Task
  "Who changed what, the newest first; for the sector's own team and the Office."
  auditTrail(
    "Only of this briefing."
    period: TimePeriod
    "How many on a page, 1 to 1000."
    first: Int! = 50
    "The endCursor of the page before."
    after: String
  ): AuditConnection
  "Finds records by words as people type them: any case, with or without accents, agencies and provinces by any name. Exact accents first."
  search(
    "The words, at most 200 characters; no character of them is an operator: \\"doanh thu di động\\", \\"TPHCM\\"."
    text: String!
    "At most so many, 1 to 100."
    first: Int! = 20
  ): [SearchHit!]`;

/** The Office declares it without the collections: its stubs of the others have none. */
function sectorInterface(whole: boolean): string {
  return `\n${sectorDescription}\ninterface Sector {${sectorIdentity}${whole ? sectorCollections : ''}\n}`;
}

function sectorCodes(sectors: readonly Sector[]): string {
  const values = sectors.map(({ code, name }) => `  "${name.en} (${name.vi})."\n  ${code}`);
  return `\n"The code of a sector. Each subgraph declares those that it answers with."\nenum SectorCode {\n${values.join('\n')}\n}`;
}

function sectorType(sector: Sector): string {
  const { typePrefix, name } = sector;
  const identity = sectorIdentity.replace('): String!', '): String! @shareable');
  const codes = sector.kind === 'OFFICE' ? '' : sectorCodes([sector]);
  return `${codes}
"The sector \\"${name.en}\\" (${name.vi}) with its whole collections."
type ${typePrefix}Sector implements Sector @key(fields: "code") {${identity}${sectorCollections}
}`;
}

function officeParts(office: Sector, sectors: readonly Sector[]): string {
  const stubs = sectors
    .filter((sector) => sector.code !== office.code)
    .map(
      ({ typePrefix, name }) => `
"The sector \\"${name.en}\\" (${name.vi}) with its whole collections."
type ${typePrefix}Sector implements Sector @key(fields: "code", resolvable: false) {${sectorIdentity.replace('): String!', '): String! @shareable')}
}`,
    );
  return [sectorCodes(sectors), sectorInterface(false), ...stubs].join('\n');
}

const sectionFields = `
  "Whether the sector has reported."
  state: SectionState!
  "Counts the changes of the section's content; 0 where nothing is there."
  version: Int!
  "When it was published: for what a document reports, the day of the document in Ha Noi."
  publishedAt: DateTime
  "Whether records are waiting to be published; false for who may not see drafts."
  hasDraft: Boolean!
  "What it says otherwise than the section of another briefing, usually the one before."
  changesSince("The other briefing's period: 2020-07." period: TimePeriod!): Changes!
  "Figures of the edition, in the order of its documents."
  observations(
    "Only these indicators."
    indicators: [ID!]
    "Which regions; by default the country."
    region: RegionLevel
    "At most so many, 1 to 1000."
    first: Int! = 500
  ): [Observation!]!
  "Assignments of the edition, in the order of its documents."
  tasks(
    "Only with these outcomes by the day \`asOf\`."
    outcomes: [TaskOutcome!]
    "The day of the outcomes; by default today in Ha Noi. Tasks assigned later are left out."
    asOf: LocalDate
    "At most so many, 1 to 1000."
    first: Int! = 500
  ): [Task!]!
  "Qualitative facts of the edition, in the order of its documents."
  highlights("At most so many, 1 to 1000." first: Int! = 500): [Highlight!]!
  "Values to reach that the edition sets, in the order of its documents."
  targets("At most so many, 1 to 1000." first: Int! = 500): [Target!]!
  "What the auditor finds in the edition's figures, in the order of its documents."
  checks("Only with these verdicts." verdicts: [Verdict!]): [Check!]!`;

/** The team writes `type TelecomSection { headlines }`; what every section has is added here. */
function withSectionFields({ typePrefix, folder }: Sector, own: string): string {
  const head = new RegExp(`^type ${typePrefix}Section \\{`, 'mu');
  if (!head.test(own))
    throw new Error(`subgraphs/${folder}/schema.graphql must declare "type ${typePrefix}Section {"`);
  return own.replace(head, `type ${typePrefix}Section implements Section & Facts {${sectionFields}`);
}

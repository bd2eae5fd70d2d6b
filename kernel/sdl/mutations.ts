import type { Sector } from '../sectors.ts';

/** What a team may do, with the sector's name in front: mutations of all sectors stand beside each other. */
export function mutations({ field, typePrefix, name }: Sector): string {
  const result = `${typePrefix}SectionChange`;
  const section = `
    "The briefing's period: 2022-09."
    period: TimePeriod!
    "The version of the section that this starts from, as its \`version\` says: of two who start from the same one, one wins."
    version: Int!`;
  const save = (what: string, input: string, words: string) => `
  "Saves ${words} of the sector \\"${name.en}\\" as a draft: those of the same key or id are replaced, all or none."
  ${field}Save${what}(${section}
    "At most 1000 at once."
    ${what.charAt(0).toLowerCase()}${what.slice(1)}: [${input}!]!
  ): ${result}`;
  return `
"What can be changed, by whom the sector's team is."
type Mutation {${save('Observations', 'ObservationInput', 'figures')}${save('Tasks', 'TaskInput', 'assignments')}${save('Highlights', 'HighlightInput', 'qualitative facts')}${save('Targets', 'TargetInput', 'values to reach')}
  "Takes records of the draft away; what is published cannot be."
  ${field}RemoveRecords(${section}
    "The ids of the records, at most 1000."
    ids: [ID!]!
  ): ${result}
  "Publishes the draft of the sector \\"${name.en}\\": from now on everybody sees it, and it is changed by corrections only."
  ${field}Publish(${section}
  ): ${result}
  "Corrects a published figure: a new vintage, known from today; what was known before is kept."
  ${field}CorrectObservation(
    "The id of the figure in force."
    id: ID!
    "The version of its section that this starts from."
    version: Int!
    "The figure that takes its place, and why."
    correction: CorrectionInput!
  ): ${result}
  "Notes what became of a published task."
  ${field}NoteProgress(
    "The task's id."
    task: ID!
    "The version of its section that this starts from."
    version: Int!
    "What happened."
    note: ProgressNoteInput!
  ): ${result}
}
"What a change made of a section of the sector \\"${name.en}\\"."
type ${result} {
  "The briefing's period."
  period: TimePeriod!
  "The section as it is now, with what the auditor says of it."
  section: ${typePrefix}Section!
  "How many records were added."
  inserted: Int!
  "How many were changed."
  changed: Int!
  "How many were taken away."
  removed: Int!
  "How many were as given already."
  left: Int!
  "The figures that were given or corrected, as they stand now."
  observations: [Observation!]!
  "The task that was noted, or those that were given."
  tasks: [Task!]!
}`;
}

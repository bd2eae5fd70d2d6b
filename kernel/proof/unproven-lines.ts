/** What a run without the texts has to say in its last lines; nothing where all texts are at hand. */
export function unprovenLines(missingTexts: readonly string[]): string[] {
  if (missingTexts.length === 0) return [];
  return [
    '',
    `NOT PROVEN: texts of documents that are not at hand (${missingTexts.length}): ${missingTexts.join(', ')}.`,
    'No citation of theirs was held against its line, no number of theirs was looked for, no sentence compared;',
    'in the graph their sentence and lines are null. Set DOCUMENTS_DIR to the folder of the texts and run again.',
  ];
}

/** A step of a guide that a test takes as its reader would. */
export type WalkStep =
  | { readonly kind: 'SHELL'; readonly command: string }
  | { readonly kind: 'GRAPHQL'; readonly role: string; readonly query: string }
  | {
      readonly kind: 'FILL';
      readonly titles: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/** Takes a step, and gives what its reader then sees; null where that is nothing to print. */
export type TakeStep = (step: WalkStep) => Promise<string | null>;

type Part =
  | { readonly kind: 'TEXT'; readonly text: string }
  | { readonly kind: 'FENCE'; readonly info: string; readonly body: string }
  | { readonly kind: 'TABLE'; readonly text: string };

const outputs: Readonly<Record<string, string>> = { SHELL: 'text', GRAPHQL: 'json' };

/**
 * Takes the steps of a guide in Markdown in their order: blocks of `sh` and of `graphql ROLE`, and tables whose first title is
 * `fillTitle`. The block that follows a step (`text`, `json`) is what it prints.
 * @returns the guide with every such block as it was printed now.
 */
export async function walk(markdown: string, fillTitle: string, take: TakeStep): Promise<string> {
  const walked: string[] = [];
  let printed: { readonly as: string; readonly text: string } | null = null;
  for (const part of partsOf(markdown)) {
    if (part.kind === 'FENCE' && printed !== null && part.info === printed.as) {
      walked.push(fence(part.info, printed.text));
      printed = null;
      continue;
    }
    walked.push(part.kind === 'FENCE' ? fence(part.info, part.body) : part.text);
    const step = stepOf(part, fillTitle);
    if (step === null) continue;
    const text = await take(step);
    const as = outputs[step.kind];
    printed = text === null || as === undefined ? null : { as, text };
  }
  return walked.join('');
}

function stepOf(part: Part, fillTitle: string): WalkStep | null {
  if (part.kind === 'TABLE') {
    const [titles = [], , ...rows] = part.text.trim().split('\n').map(cellsOf);
    return titles[0] === fillTitle ? { kind: 'FILL', titles, rows } : null;
  }
  if (part.kind !== 'FENCE') return null;
  const [language, role = 'nobody'] = part.info.split(' ');
  if (language === 'sh') return { kind: 'SHELL', command: part.body.trim() };
  return language === 'graphql' ? { kind: 'GRAPHQL', role, query: part.body } : null;
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('`', ''));
}

function fence(info: string, body: string): string {
  return `\`\`\`${info}\n${body.trimEnd()}\n\`\`\`\n`;
}

function partsOf(markdown: string): Part[] {
  const pattern = /^```([^\n`]*)\n([\s\S]*?)^```\n|^(?:\|[^\n]*\n)+/gmu;
  const parts: Part[] = [];
  let at = 0;
  for (const found of markdown.matchAll(pattern)) {
    parts.push({ kind: 'TEXT', text: markdown.slice(at, found.index) });
    const [whole, info, body] = found;
    parts.push(
      info === undefined ? { kind: 'TABLE', text: whole } : { kind: 'FENCE', info, body: body ?? '' },
    );
    at = found.index + whole.length;
  }
  return [...parts, { kind: 'TEXT', text: markdown.slice(at) }];
}

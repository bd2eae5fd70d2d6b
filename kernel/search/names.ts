import { agencies, provincialDepartments, type AgencyEntry } from '../registers/agencies.ts';
import { provinces } from '../registers/provinces.ts';
import { tokensOf, withoutSeparators, type Token } from './tokens.ts';

/** One of the names that the registers give an agency or a province, token by token. */
export interface Name {
  /** `@province:79`: no word of a text can look like it. */
  readonly code: string;
  readonly tokens: readonly Pick<Token, 'folded' | 'spelled'>[];
}
type Spelled = Pick<Token, 'folded' | 'spelled'>;

export const provinceTerm = (code: string): string => `@province:${code}`;
export const agencyTerm = (code: string): string => `@agency:${code}`;
/** What is indexed where a name stands in a text, letter by letter, also inside a longer name. */
export const phraseTerm = (tokens: readonly Pick<Token, 'folded'>[]): string =>
  `@=${tokens.map(({ folded }) => folded).join(' ')}`;

const all: readonly Name[] = [
  ...provinces.all.flatMap(({ code, name, fullName, iso, aliases }) =>
    named(provinceTerm(code), [name.vi, name.en, fullName, iso, ...aliases]),
  ),
  ...agencies.all.flatMap((agency) => named(agencyTerm(agency.code), namesOfAgency(agency))),
];

function namesOfAgency({ name, abbreviation, aliases }: AgencyEntry): string[] {
  const names = [name.vi, name.en, ...(abbreviation === undefined ? [] : [abbreviation]), ...aliases];
  // "Các" only makes a plural: "Sở TTTT" is a name of "các Sở TT&TT".
  return [...names, ...names.map((text) => text.replace(/^các\s+/iu, ''))];
}

function named(code: string, names: readonly string[]): Name[] {
  const made = names.map((text) => ({ code, tokens: withoutSeparators(tokensOf(text)) }));
  const known = new Map(made.map((name) => [name.tokens.map(({ spelled }) => spelled).join(' '), name]));
  return [...known.values()];
}

/** By the first token; the longest name first. */
const byFirst = grouped(
  all.toSorted((a, b) => b.tokens.length - a.tokens.length),
  ({ tokens: [first] }) => first?.folded ?? '',
);
const byCode = grouped(all, ({ code }) => code);

function grouped(
  names: readonly Name[],
  keyOf: (name: Name) => string,
): ReadonlyMap<string, readonly Name[]> {
  const groups = new Map<string, Name[]>();
  for (const name of names) {
    const key = keyOf(name);
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  return groups;
}

/** Every name of these codes. */
export function namesOf(codes: readonly string[]): readonly Name[] {
  return codes.flatMap((code) => byCode.get(code) ?? []);
}

/** Every name that begins at a token, accents aside; the longest first. Separators must have been taken out. */
export function namesAt(tokens: readonly Spelled[], at: number): readonly Name[] {
  return (byFirst.get(tokens[at]?.folded ?? '') ?? []).filter((name) =>
    name.tokens.every(({ folded }, index) => tokens[at + index]?.folded === folded),
  );
}

/** The agencies and provinces that a text names, in right spelling: of a name within a longer one, the longer only. */
export function codesNamedIn(tokens: readonly Spelled[]): string[] {
  const codes = new Set<string>();
  for (let at = 0; at < tokens.length;) {
    const [longest] = namesAt(tokens, at).filter((name) => isSpelledAt(name, tokens, at));
    if (longest !== undefined) codes.add(longest.code);
    at += longest?.tokens.length ?? 1;
  }
  return [...codes];
}

/** The names that stand in a text letter by letter, accents aside, also within longer ones, as terms. */
export function phrasesNamedIn(tokens: readonly Spelled[]): string[] {
  return [...new Set(tokens.flatMap((_, at) => namesAt(tokens, at).map((name) => phraseTerm(name.tokens))))];
}

export function isSpelledAt(name: Name, tokens: readonly Spelled[], at: number): boolean {
  return name.tokens.every(({ spelled }, index) => tokens[at + index]?.spelled === spelled);
}

/** What a record of this agency is also of: a province's own department, of its province and of all such departments. */
export function codesWithAgency(code: string): string[] {
  const { province, parent } = agencies.get(code);
  return [
    agencyTerm(code),
    ...(province === undefined ? [] : [provinceTerm(province)]),
    ...(parent === provincialDepartments ? [agencyTerm(parent)] : []),
  ];
}

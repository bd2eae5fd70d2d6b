import { expect } from 'vitest';
import type { ErrorCode } from '../../kernel/errors.ts';
import type { Identity, Role } from '../../kernel/identity/identity.ts';
import { openTestSubgraph, type TestAnswer, type TestSubgraph, type Variables } from './test-subgraph.ts';

/** People of tests. */
export const person = (subject: string, ...roles: readonly Role[]): Identity => ({
  kind: 'PERSON',
  subject,
  roles,
});
export const editor = (sector: string, subject = 'editor'): Identity =>
  person(subject, { kind: 'EDITOR', sector });
export const officer = person('officer', { kind: 'OFFICE' });

/** A team's desk over its real subgraph: changes by their fields, without the ceremony of GraphQL. */
export interface TestDesk {
  readonly subgraph: TestSubgraph;
  /** Calls a mutation with variables given in place; fails the test on any error. */
  change(mutation: string, by?: Identity): Promise<SectionAnswer>;
  /** The errors' codes of a mutation that must be refused, and the first error. */
  refused(mutation: string, by?: Identity): Promise<Refusal>;
  /** A query as somebody asks it. */
  ask<Data>(query: string, by?: Identity, variables?: Variables): Promise<Data>;
  close(): Promise<void>;
}
export interface SectionAnswer {
  readonly period: string;
  readonly inserted: number;
  readonly changed: number;
  readonly removed: number;
  readonly left: number;
  readonly section: { readonly state: string; readonly version: number };
  readonly observations: readonly { readonly id: string; readonly value: string | null }[];
  readonly tasks: readonly { readonly id: string }[];
}
export interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

const answer = `{ period inserted changed removed left section { state version }
  observations { id value } tasks { id } }`;

export async function openDesk(folder: string): Promise<TestDesk> {
  const subgraph = await openTestSubgraph(folder);
  const own = editor(subgraph.module.sector.code);
  const run = (mutation: string, by: Identity): Promise<TestAnswer> =>
    subgraph.execute(`mutation { change: ${mutation} ${answer} }`, {}, by);
  return {
    subgraph,
    async change(mutation, by = own) {
      const { data, errors } = await run(mutation, by);
      expect(errors).toEqual([]);
      return data?.['change'] as SectionAnswer;
    },
    async refused(mutation, by = own) {
      const { data, errors } = await run(mutation, by);
      expect(data).toEqual({ change: null });
      expect(errors).toHaveLength(1);
      const { message = '', extensions = {} } = errors[0] ?? {};
      return { code: extensions['code'] as ErrorCode, message, extensions };
    },
    async ask<Data>(query: string, by: Identity = own, variables: Variables = {}) {
      const { data, errors } = await subgraph.execute(query, variables, by);
      expect(errors).toEqual([]);
      return data as Data;
    },
    close: () => subgraph.close(),
  };
}

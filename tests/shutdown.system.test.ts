import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { RunningProcess } from './support/running-process.ts';
import { askGraph, startWholeSystem, type WholeSystem } from './support/whole-system.ts';

/*
 * The real processes are told to stop while callers go on asking, each its next question as soon as the last is answered. Whoever had
 * asked by then gets a whole answer, and so does who still asks while it drains; who comes when the door is closed finds it closed.
 */

const CALLERS = 10;

let system: WholeSystem;
beforeAll(async () => {
  system = await startWholeSystem(inject('mongodbUri'));
});
afterAll(() => system.stop());

type Outcome =
  | { readonly kind: 'ANSWERED'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'FAILED'; readonly askedAt: number; readonly code: unknown };

/** Asks one question after another until it gets none answered, and gives what became of each. */
async function keepAsking(origin: string, query: string): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (;;) {
    const askedAt = performance.now();
    try {
      const { status, body } = await askGraph(origin, query);
      outcomes.push({ kind: 'ANSWERED', status, body });
    } catch (error) {
      const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
      return [...outcomes, { kind: 'FAILED', askedAt, code: cause?.code ?? String(error) }];
    }
  }
}

async function stopUnderLoad(target: RunningProcess, query: string) {
  const { body: healthy } = await askGraph(target.origin, query);
  const asking = Promise.all(Array.from({ length: CALLERS }, () => keepAsking(target.origin, query)));
  await pause(500);
  const toldAt = performance.now();
  const exitCode = await target.stop();
  const outcomes = (await asking).flat();
  return { healthy, exitCode, outcomes, toldAt };
}

describe('a process that is told to stop', () => {
  const query =
    '{ briefing(period: "2020-07") { period telecom { observations { id value indicator { name } } } press { state } } }';
  const ofTelecom =
    '{ briefing(period: "2020-07") { period telecom { observations { id value indicator { name } } } } }';

  it.each([
    ['the gateway', () => system.gateway, query],
    ['a subgraph', () => system.subgraphs.get('telecom'), ofTelecom],
  ])('cuts nobody off: %s', async (_, find, asked) => {
    const target = find();
    if (target === undefined) throw new Error('there is no such process');
    const { healthy, exitCode, outcomes, toldAt } = await stopUnderLoad(target, asked);
    expect(exitCode).toBe(0);
    const answered = outcomes.filter((outcome) => outcome.kind === 'ANSWERED');
    expect(answered.length).toBeGreaterThan(CALLERS);
    for (const { status, body } of answered) {
      expect(status).toBe(200);
      expect(body).toEqual(healthy);
    }
    const failed = outcomes.filter((outcome) => outcome.kind === 'FAILED');
    expect(failed).toHaveLength(CALLERS);
    for (const { askedAt, code } of failed) {
      // A connection that the system had taken and the process had not yet is reset with the door's closing.
      expect(code).toMatch(/^ECONNRE(FUSED|SET)$/u);
      expect(askedAt).toBeGreaterThan(toldAt);
    }
  });
});

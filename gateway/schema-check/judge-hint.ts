import { parse } from 'graphql';
import { sdlOf } from '../../kernel/sdl/build-sdl.ts';
import type { Sector } from '../../kernel/sectors.ts';
import type { CompositionHint } from '../compose-subgraphs.ts';
import { sdlElements } from './sdl-elements.ts';

/**
 * ROLL_OUT: the subgraphs differ because a change of the kernel has not reached all of them yet; it ends by itself.
 * MISTAKE: a team says of something that all share what the kernel does not.
 */
export type HintCause = 'ROLL_OUT' | 'MISTAKE';
export interface JudgedHint extends CompositionHint {
  readonly cause: HintCause;
}

/** A subgraph whose SDL was made of the kernel in hand. */
export interface JudgedSubgraph {
  readonly sector: Sector;
  readonly sdl: string;
}

/** What a difference between two versions of the kernel shows itself by; any other hint above INFO is a mistake. */
const rollOutCodes: ReadonlySet<string> = new Set([
  'INCONSISTENT_DESCRIPTION',
  'INCONSISTENT_INPUT_OBJECT_FIELD',
  'INCONSISTENT_ARGUMENT_PRESENCE',
  'INCONSISTENT_ENUM_VALUE_FOR_INPUT_ENUM',
]);

/**
 * Tells the hints that a roll-out causes from mistakes. What all share is written in the kernel alone, so a subgraph that
 * declares the element word for word as the kernel in hand does, or like it not at all, has nothing to mend: it is ahead
 * of the others, or behind. One that declares it otherwise has written over the kernel's vocabulary.
 * @param judged the subgraphs that are to be released; the others had their own check when they were.
 * @returns the hints above INFO, judged.
 */
export function judgeHints(
  hints: readonly CompositionHint[],
  judged: readonly JudgedSubgraph[],
  sectors: readonly Sector[],
): readonly JudgedHint[] {
  const remarkable = hints.filter(({ level }) => level === 'WARN');
  if (remarkable.length === 0) return [];
  const declared = judged.map(({ sector, sdl }) => ({
    own: sdlElements(parse(sdl)),
    kernel: sdlElements(parse(sdlOf(sector, sectors, `type ${sector.typePrefix}Section {\n}`))),
  }));
  return remarkable.map((hint) => {
    const { coordinate } = hint;
    const isKernels =
      coordinate !== null &&
      declared.every(({ own, kernel }) => own.get(coordinate) === kernel.get(coordinate));
    return { ...hint, cause: isKernels && rollOutCodes.has(hint.code) ? 'ROLL_OUT' : 'MISTAKE' };
  });
}

import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The folders that a running process reads from. */
const rooms = ['kernel', 'subgraphs', 'gateway', 'web'];
/** What only people read. */
const forPeople = /\.(md|test\.ts)$/u;

export interface RoomFile {
  /** From the project's folder: kernel/sdl/shared.graphql */
  readonly path: string;
  readonly kind: 'SCRIPT' | 'ASSET';
}

/** Every file of the project that a process runs or reads. */
export function roomFiles(projectDir: string): RoomFile[] {
  return rooms
    .filter((room) => existsSync(join(projectDir, room)))
    .flatMap((room) => readdirSync(join(projectDir, room), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !forPeople.test(entry.name))
    .map((entry) => ({
      path: relative(projectDir, join(entry.parentPath, entry.name)),
      kind: entry.name.endsWith('.ts') ? 'SCRIPT' : 'ASSET',
    }));
}

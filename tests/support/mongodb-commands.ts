import type { SectorStore } from '../../kernel/store/sector-store.ts';

/** A command that went to MongoDB: what it is, on which collection, and the whole of it. */
export interface MongodbCommand {
  readonly command: string;
  readonly collection: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Records every command of a store from now on, those included that only fetch the rest of an answer (getMore). */
export function recordCommands(store: SectorStore): { take(): readonly MongodbCommand[] } {
  let recorded: MongodbCommand[] = [];
  store.connection.getClient().on('commandStarted', ({ commandName, command }) => {
    const body = command as Record<string, unknown>;
    const collection = commandName === 'getMore' ? body['collection'] : body[commandName];
    recorded.push({ command: commandName, collection: String(collection), body });
  });
  return {
    take() {
      const taken = recorded;
      recorded = [];
      return taken;
    },
  };
}

/** How many commands each collection got: `{ observations: 2, tasks: 1 }`. */
export function countByCollection(commands: readonly MongodbCommand[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { collection } of commands) counts[collection] = (counts[collection] ?? 0) + 1;
  return counts;
}

import { join } from 'node:path';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLFormattedError } from 'graphql';
import { expect } from 'vitest';
import { documentTexts } from '../../kernel/document-text.ts';
import { readEnvironment } from '../../kernel/environment.ts';
import type { ErrorCode } from '../../kernel/errors.ts';
import { loadSector, readSectorRows } from '../../kernel/load/load-sector.ts';
import { subgraphsFolder } from '../../kernel/sectors.ts';
import type { SectorStore } from '../../kernel/store/sector-store.ts';
import { anonymous, type Identity } from '../../kernel/identity/identity.ts';
import { createRequestContext, type RequestContext } from '../../kernel/subgraph/context.ts';
import { formatError } from '../../kernel/subgraph/format-error.ts';
import type { SubgraphModule } from '../../kernel/subgraph/subgraph-module.ts';
import { recordCommands, type MongodbCommand } from './mongodb-commands.ts';
import { closeTestStore, openTestStore } from './test-store.ts';

export type Variables = Readonly<Record<string, unknown>>;
export interface TestAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly GraphQLFormattedError[];
}

/** One subgraph of the product, its real schema over its own database, asked as the gateway would ask it. */
export interface TestSubgraph {
  readonly module: SubgraphModule;
  readonly store: SectorStore;
  /** @param identity who asks; nobody that is known, by default. */
  execute(query: string, variables?: Variables, identity?: Identity): Promise<TestAnswer>;
  /** The data of an answer without errors, for tests that look at a part of it. */
  data<Data>(query: string, variables?: Variables): Promise<Data>;
  expectQuery(query: string, variables?: Variables): QueryExpectation;
  /** What went to MongoDB since this was last asked. */
  commands(): readonly MongodbCommand[];
  close(): Promise<void>;
}
interface QueryExpectation {
  /** The whole data, and no error. */
  toAnswer(data: unknown): Promise<void>;
  /** Errors of this code only, whose first message holds `message`. */
  toRefuse(code: ErrorCode, message?: string | RegExp): Promise<void>;
}
interface Options {
  /** False: the collections are there and empty. */
  readonly loaded?: boolean;
  /** The folder of document texts; null for none. By default the machine's own, where there is one. */
  readonly documentsDir?: string | null;
}

/** What a subgraph's folder says of it, read as `npm start` does. */
export async function importSubgraph(folder: string): Promise<SubgraphModule> {
  const { subgraph } = (await import(join(subgraphsFolder, folder, 'subgraph.ts'))) as {
    subgraph: SubgraphModule;
  };
  return subgraph;
}

/** Opens the subgraph of a folder of subgraphs/ on a fresh database of the tests' mongod, with its data loaded. */
export async function openTestSubgraph(folder: string, options: Options = {}): Promise<TestSubgraph> {
  const module = await importSubgraph(folder);
  const { sector } = module;
  const store = await openTestStore(folder, module.ownSchemas);
  if (options.loaded !== false) await loadSector(store, sector, module.ownRows);
  const documentsDir =
    options.documentsDir === undefined ? readEnvironment().documentsDir : options.documentsDir;
  const { execute, stop } = await askSubgraph(module, store, documentsDir);
  const recorder = recordCommands(store);
  return {
    module,
    store,
    execute,
    data: async <Data>(query: string, variables?: Variables) => {
      const answer = await execute(query, variables);
      expect(answer.errors).toEqual([]);
      return answer.data as Data;
    },
    expectQuery: (query, variables) => ({
      toAnswer: async (data) => expect(await execute(query, variables)).toEqual({ data, errors: [] }),
      toRefuse: async (code, message = '') => {
        const { errors } = await execute(query, variables);
        expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual([code]);
        expect(errors[0]?.message).toMatch(message);
      },
    }),
    commands: () => recorder.take(),
    close: async () => {
      await stop();
      await closeTestStore(store);
    },
  };
}

/** The subgraph's real schema over an open store, as its server would answer it. */
export async function askSubgraph(module: SubgraphModule, store: SectorStore, documentsDir: string | null) {
  const texts = documentTexts(documentsDir);
  const { catalogue } = readSectorRows(module.sector, module.ownRows);
  const resources = { sector: module.sector, store, texts, catalogue };
  const apollo = new ApolloServer<RequestContext>({
    schema: module.schema(new Set(catalogue.indicators.keys())),
    formatError,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginInlineTraceDisabled()],
  });
  await apollo.start();
  return {
    stop: () => apollo.stop(),
    execute: async (
      query: string,
      variables: Variables = {},
      identity: Identity = anonymous,
    ): Promise<TestAnswer> => {
      const { body } = await apollo.executeOperation(
        { query, variables },
        {
          contextValue: createRequestContext(resources, {
            requestId: 'test',
            identity,
            log: { error: () => undefined },
          }),
        },
      );
      if (body.kind !== 'single') throw new Error('an answer in parts was not asked for');
      const { data = null, errors = [] } = body.singleResult;
      return structuredClone({ data: data && { ...data }, errors: [...errors] });
    },
  };
}
